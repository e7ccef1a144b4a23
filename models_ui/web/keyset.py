"""How do the addresses of neighbouring pages look?"""

from __future__ import annotations

from django.http import HttpRequest, QueryDict


def cursor(request: HttpRequest, name: str) -> int | None:
    """Return the number in the address after which a page begins, if it is one."""
    value = request.GET.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 18 else None


def kept(parameters: QueryDict) -> QueryDict:
    """Return the filters of an address without the place in the pages."""
    filters = parameters.copy()
    for name in ("older", "newer"):
        filters.pop(name, None)
    return filters


def neighbour(parameters: QueryDict, name: str, number: int | None) -> str:
    """Return the address of a neighbouring page under the same filters, or nothing."""
    if number is None:
        return ""
    filters = kept(parameters)
    filters[name] = str(number)
    return f"?{filters.urlencode()}"
