"""What the client asks about a place in a document."""

from lsprotocol import types
from pygls.exceptions import JsonRpcException


class ContentModified(JsonRpcException):
    """The text is no longer the one that was asked about."""

    CODE = types.LSPErrorCodes.ContentModified.value
    MESSAGE = "the document has changed"
