"""Prints what Python's email package finds in the message files named, as one JSON list."""
import email
import email.header
import email.policy
import email.utils
import json
import sys


def names(raw):
    """Display names, decoded by email.header: the newer parser of Python 3.11 puts spaces between
    the encoded words of one name, which RFC 2047 (6.2) forbids."""
    found = [name for name, _ in email.utils.getaddresses([raw])]
    return [str(email.header.make_header(email.header.decode_header(name))) for name in found]


def boxes(parsed, raw):
    return [[name, box.addr_spec] for name, box in zip(names(raw), parsed.addresses, strict=True)]


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    message = email.message_from_bytes(content, policy=email.policy.default)
    plain = email.message_from_bytes(content, policy=email.policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()]
    return {
        "headers": [[name, str(value)] for name, value in message.items()],
        "to": boxes(message["To"], plain["To"]),
        "from": boxes(message["From"], plain["From"]),
        "parts": [[part.get_content_type(), part.get_content().replace("\r\n", "\n")]
                  for part in parts],
        "defects": [str(d) for part in message.walk() for d in part.defects],
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
