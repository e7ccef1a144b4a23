"""How do we ask where artefacts lie in S3?"""

from __future__ import annotations

from collections.abc import Mapping

from models_ui.form.layouts.pieces import Asked, Question

_WHERE_LOCATION = (
    "In the S3 console open the object or the folder and choose “Copy S3 URI”, or paste the address of that page. "
    "A training job shows it as “S3 model artifact”."
)
_WHERE_ETAG = "In the S3 console open the object: “Entity tag (Etag)” stands among its properties."

STORAGE = Question(
    name="ask.storage",
    label="How are your artefacts stored?",
    help="This sets data type and compression, and takes along a location that you have typed.",
    choices=(
        ("archive", "One .tar.gz", "As training jobs leave it; many models are a folder of them."),
        ("folder", "A folder of files", "Uncompressed: large models start sooner."),
        ("file", "A single file", "One object, loaded as it is."),
        ("gzip", "One .tar.gz, as a data source", "Where it has a licence, a manifest or an entity tag."),
        ("inside", "Inside the image", "Or fetched by the container. No location at all."),
        ("package", "From a model package", "It brings image and artefacts."),
    ),
    cards=True,
    change="Use this answer",
)


def source(at: str, *, location_help: str, example: str, told_by: str = "") -> Mapping[str, Asked]:
    """The members of one S3 data source whose pattern is `at`; `told_by` is the question that says how it is packed."""
    return {
        at: Asked(label="S3 data source", help="Where in S3 the files lie and how they are packed."),
        f"{at}/S3Uri": Asked(label="S3 location", help=location_help, example=example, where=_WHERE_LOCATION),
        f"{at}/S3DataType": Asked(
            label="Data type",
            help="Whether the location is a folder or one object.",
            example="S3Prefix",
            where="Open the location in the S3 console: a folder shows a list, one object shows its properties.",
            choices={"S3Prefix": "a folder: everything under the location", "S3Object": "one object"},
            short=True,
            told_by=told_by,
        ),
        f"{at}/CompressionType": Asked(
            label="Compression",
            help="How the files are packed. Files of a folder are sent as they are: None.",
            example="None",
            where="Look at the name of the object in the S3 console: one that ends in .tar.gz is Gzip.",
            choices={"None": "files as they are", "Gzip": "one .tar.gz"},
            short=True,
            told_by=told_by,
        ),
        f"{at}/ModelAccessConfig": Asked(
            label="Licence", help="Models behind a licence are only loaded once it is accepted.", more=True
        ),
        f"{at}/ModelAccessConfig/AcceptEula": Asked(
            label="Accept the licence (EULA)",
            help="Say Yes only when you have read the licence of this model and may accept it for your organisation.",
            example="Yes",
            where="The model's card in SageMaker JumpStart links to its licence.",
            unset="Nothing is accepted; a model without a licence needs nothing here.",
            more=True,
            short=True,
        ),
        f"{at}/HubAccessConfig": Asked(
            label="Private hub", help="Lets SageMaker read the artefacts of a model in a private hub.", more=True
        ),
        f"{at}/HubAccessConfig/HubContentArn": Asked(
            label="Hub content",
            help="The ARN of the model in the private hub that these artefacts belong to.",
            example="arn:aws:sagemaker:us-east-1:123456789012:hub-content/acme-hub/Model/churn/1.0.0",
            where="SageMaker Studio, JumpStart, your hub, the model's details.",
            more=True,
        ),
        f"{at}/ManifestS3Uri": Asked(
            label="Manifest",
            help="A CSV file in S3 that lists the artefacts, where they do not lie under one location.",
            example="s3://acme-models/churn/7/manifest.csv",
            where=_WHERE_LOCATION,
            more=True,
        ),
        f"{at}/ETag": Asked(
            label="Entity tag of the location",
            help="Pins the content: when the object in S3 has another entity tag, it is not loaded.",
            example="9b2cf535f27731c974343645a3985328",
            where=_WHERE_ETAG,
            more=True,
        ),
        f"{at}/ManifestEtag": Asked(
            label="Entity tag of the manifest",
            help="Pins the content of the manifest in the same way.",
            example="5d41402abc4b2a76b9719d911017c592",
            where=_WHERE_ETAG,
            more=True,
        ),
    }
