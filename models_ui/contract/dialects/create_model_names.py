"""How do other tools call the fields of CreateModel, and which of them do they not have?

By the name of the structure in the service model. Sources: the resource schema and the expanding functions of
terraform-provider-aws (internal/service/sagemaker/model.go), the resource schema of AWS::SageMaker::Model, the custom
resource of the ACK controller for SageMaker and of the operator before it.
"""

from __future__ import annotations

from models_ui.contract.dialects.manner import Named

REQUEST = "CreateModelInput"
CONTAINER = "ContainerDefinition"
_SOURCE = "S3ModelDataSource"
_NEW: frozenset[Named] = frozenset({
    (CONTAINER, "ContainerMetricsConfig"),
    (_SOURCE, "ManifestS3Uri"),
    (_SOURCE, "ETag"),
    (_SOURCE, "ManifestEtag"),
})  # fmt: skip

TERRAFORM: dict[Named, str] = {
    (REQUEST, "name"): "ModelName",
    (REQUEST, "container"): "Containers",
    (CONTAINER, "additional_model_data_source"): "AdditionalModelDataSources",
}
NOT_IN_TERRAFORM = _NEW | {(_SOURCE, "HubAccessConfig")}
# What every resource has besides its own arguments, and what Terraform only gives back.
TERRAFORM_ITSELF: dict[Named, str] = {
    **{
        (REQUEST, name): "It tells Terraform how to work, not SageMaker."
        for name in ("count", "depends_on", "for_each", "lifecycle", "provider", "provisioner", "timeouts")
    },
    **{(REQUEST, name): "It is what Terraform gives back." for name in ("arn", "id", "tags_all")},
    (REQUEST, "region"): "The connection has the region.",
    (REQUEST, "dynamic"): "What a dynamic block makes is known only to Terraform. Add it by hand.",
}

NOT_IN_CLOUDFORMATION = _NEW | {(CONTAINER, "AdditionalModelDataSources")}

OPERATOR: dict[Named, str] = {(REQUEST, "name"): "ModelName"}
OPERATOR_ITSELF: dict[Named, str] = {
    (REQUEST, "region"): "The connection has the region.",
    (REQUEST, "sageMakerEndpoint"): "The connection has the address of SageMaker.",
}

_GIVEN_BACK = "SageMaker gives it back and does not take it."
DESCRIBED: dict[Named, str] = {
    (REQUEST, name): _GIVEN_BACK
    for name in ("ModelArn", "CreationTime", "DeploymentRecommendation", "ResponseMetadata")
}
