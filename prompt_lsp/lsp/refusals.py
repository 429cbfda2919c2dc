"""Why a request is not done, in the protocol's own numbers."""

from lsprotocol import types
from pygls.exceptions import JsonRpcException


class ContentModified(JsonRpcException):
    """The text is no longer the one that was asked about."""

    CODE = types.LSPErrorCodes.ContentModified.value
    MESSAGE = "the document has changed since"


class RequestFailed(JsonRpcException):
    """What was asked for cannot be done; the message says why, for people."""

    CODE = types.LSPErrorCodes.RequestFailed.value
