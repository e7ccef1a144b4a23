"""Which of the requests that people really sent go another way than most of their kind, and why?"""

from __future__ import annotations

# Said to be good where they were found, but AWS was seen to refuse such a request.
GOOD_BUT_REFUSED = {"sdk-pipeline-sklearn-then-multimodel": "its images lie in two regions: cross-region image"}

# Good for AWS, but our own tag needs a place, and it has 50 of its own.
GOOD_BUT_STOPPED = {"ugly-50-tags": "49 tags are left to the person"}

# Broken, but nothing on the way says so.
BROKEN_BUT_CREATED = {
    "access-denied-createmodel": "the rights of the caller decide, and the sandbox gives everybody every right",
    "cfn-pickle-model-data": "documents want .tar.gz; that CreateModel itself refuses another ending was not seen",
    "issue-ecr-image-without-tag": "refused in 2018; today's documents allow an image without a tag",
}

# Broken, and no form can know: what decides is held by AWS, or is a licence or an offer that the form only warns of.
ONLY_AWS_KNOWS = {
    "docs-marketplace-without-isolation",
    "issue-eula-not-accepted",
    "issue-image-not-found",
    "issue-marketplace-not-subscribed",
    "issue-prefix-data-not-found",
    "placeholder-bucket",
    "sdk-draft-gated-no-eula",
}

# Not stopped by the form, since a good request may look alike, but never without a word.
WARNED_OF = {
    "cfn-pickle-model-data": "data-url-targz",
    "docs-marketplace-without-isolation": "marketplace-needs-isolation",
    "issue-ecr-image-without-tag": "image-tag-or-digest",
    "issue-eula-not-accepted": "eula-missing",
    "issue-image-not-found": "image-tag-or-digest",
    "placeholder-bucket": "location-placeholder",
    "sdk-draft-gated-no-eula": "eula-missing",
}

# Broken by what the account holds: for these the sandbox looks into the account, for all others it does not.
THE_ACCOUNT_DECIDES = {
    "issue-image-not-found",
    "issue-marketplace-not-subscribed",
    "issue-prefix-data-not-found",
    "placeholder-bucket",
}
