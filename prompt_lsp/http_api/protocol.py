"""HTTP/1.1 as uvicorn speaks it, but for two things.

What is no HTTP at all never reaches the application, and uvicorn answers it with
plain text. A client of ours expects the envelope and an id there, too.

When it stops, uvicorn closes each connection that it has read no whole request from,
also where one is on its way. A busy machine reads late, so these would be lost.
"""

import json
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from prompt_lsp.http_api.failures import REQUEST_ID, Failure, envelope, new_id

_GRACE = 1.0  # seconds in which a request on its way may still arrive


class EnvelopeProtocol(H11Protocol):
    """One connection."""

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, and close the connection.

        The rest of a request that is answered already has had its answer.
        """
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.close()
            return
        request_id = new_id()
        said = envelope(Failure(HTTPStatus.BAD_REQUEST, msg), request_id)
        body = json.dumps(said).encode()
        headers = {
            "content-type": "application/json",
            "content-length": str(len(body)),
            "connection": "close",
            REQUEST_ID: request_id,
        }
        for event in (
            h11.Response(
                status_code=HTTPStatus.BAD_REQUEST,
                headers=list(headers.items()),
                reason=b"Bad Request",
            ),
            h11.Data(data=body),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def shutdown(self) -> None:
        """Close the connection after the request that runs or is on its way."""
        if self.cycle is None or self.cycle.response_complete:
            self.loop.call_later(_GRACE, self._close)
        else:
            super().shutdown()

    def _close(self) -> None:
        if not self.transport.is_closing():
            super().shutdown()
