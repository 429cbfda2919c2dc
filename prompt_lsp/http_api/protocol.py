"""HTTP/1.1 as uvicorn speaks it, but for one answer.

What is no HTTP at all never reaches the application, and uvicorn answers it with
plain text. A client of ours expects the envelope and an id there, too.
"""

import json
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from prompt_lsp.http_api.failures import REQUEST_ID, Failure, envelope, new_id


class EnvelopeProtocol(H11Protocol):
    """One connection."""

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, and close the connection."""
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
