"""Which artefacts does the account have in S3?"""

from __future__ import annotations

from models_ui.sandbox.place import Place

# Bucket names are the world's, so each region has a bucket of its own.
BUCKETS = {"us-east-1": "acme-models", "eu-west-1": "acme-models-eu"}

_SHARDED = ("config.json", "tokenizer.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")
_KEYS = (
    *(f"churn/{version}/model.tar.gz" for version in (5, 6, 7)),
    *(f"churn/7/{name}" for name in ("model.pkl", "code/inference.py", "manifest.csv")),
    *(f"fraud/countries/{country}.tar.gz" for country in ("de", "fr", "uk")),
    "pricing/3/model.tar.gz",
    "preprocess/2/model.tar.gz",
    *(f"llm/support-7b/{name}" for name in _SHARDED),
    *(f"llm/draft-160m/{name}" for name in ("config.json", "tokenizer.json", "model.safetensors")),
)
# What the demo's people have made models of in the last sixty days, and are about to.
_HISTORY = (
    *(f"fraud/{version}/model.tar.gz" for version in range(24, 33)),
    *(f"churn/{version}/{name}" for version in range(38, 46) for name in ("prep.tar.gz", "xgb/model.json")),
    *(f"credit-limit/{version}/model.tar.gz" for version in range(1, 6)),
    *(f"chargeback/{version}/model.tar.gz" for version in (9, 10, 12)),
    *(f"kyc/{version}/model.tar.gz" for version in ("7", "8", "8b", "9")),
    # Number 7 was never uploaded.
    *(f"query-intent/{version}/model.tar.gz" for version in (4, 5, 6, 8, 9)),
    *(f"ranker/mme-{version}/{shop}.tar.gz" for version in (1, 2, 3) for shop in ("de", "nl", "se", "no", "dk")),
    *(f"rerank/{version}/repository.tar.gz" for version in (1, 2, 3)),
    *(f"spell-fix/{version}/model.tar.gz" for version in (2, 3)),
    "merchant-risk/1/model.tar.gz",
    *(f"embed/bge-m3/{name}" for name in ("config.json", "tokenizer.json", "model.safetensors")),
    *(f"summaries/qwen2.5-7b/{name}" for name in _SHARDED),
    *(f"summaries/qwen2.5-0.5b/{name}" for name in ("config.json", "model.safetensors")),
)


def seed(place: Place) -> None:
    """Create the bucket of a region and its objects; they hold their own names and no model."""
    from moto.s3.models import s3_backends

    backend, bucket = s3_backends[place.account][place.partition], BUCKETS[place.region]
    backend.create_bucket(bucket, place.region)
    for key in _KEYS + _HISTORY:
        backend.put_object(bucket, key, key.encode())
