"""A real SMTP server for the tests: answers by the recipient's local part, keeps what it takes.

Writes its port to --port-file (a FIFO) once it listens on 127.0.0.1; ends on SIGTERM. Every mail
taken is one file in --directory: the envelope's recipient on the first line, then the message as
it came.
"""
import argparse
import asyncio
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

RCPT_ANSWERS = {
    "greylist": "451 4.7.1 Greylisted, come back later",
    "full": "452 4.2.2 Mailbox full",
    "unknown": "550 5.1.1 No such user",
    "forbidden": "553 5.7.1 Not allowed",
    "gone": "550 No such user here",
    "closed": "554 5.2.1 Mailbox disabled",
    "relay": "554 5.7.1 Relay access denied",
    "plain-relay": "550 relaying denied",
    "rcpthosts": "553 sorry, that domain isn't in my list of allowed rcpthosts",
    "impostor": "550 5.1.8 Bad sender address syntax",
}
DATA_ANSWERS = {
    "later": "451 4.3.0 Try again later",
    "spam": "554 5.7.1 Refused as spam",
}


class Handler:
    def __init__(self, directory):
        self.directory = directory
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "silent":
            await asyncio.sleep(3600)
        if local == "hangup":
            server.transport.close()
        if local in RCPT_ANSWERS:
            return RCPT_ANSWERS[local]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        local = envelope.rcpt_tos[0].split("@")[0]
        if local == "cutoff":
            server.transport.close()
        if local in DATA_ANSWERS:
            return DATA_ANSWERS[local]
        self.count += 1
        name = os.path.join(self.directory, f"{self.count:04}.mail")
        peer = f"{session.peer[1]} {'tls' if session.ssl else 'plain'}"
        head = f"{' '.join(envelope.rcpt_tos)}\n{envelope.mail_from}\n{peer}\n"
        with open(name + ".part", "wb") as out:
            out.write(head.encode() + envelope.original_content)
        os.rename(name + ".part", name)
        return "250 2.0.0 Taken"


REFUSALS = {
    "greeting": {None: "554 5.7.1 No service for you"},
    "busy": {None: "421 4.3.2 Too many connections"},
    "helo": {"EHLO": "550 5.7.1 Go away", "HELO": "550 5.7.1 Go away"},
    "mail": {"MAIL": "550 5.1.8 Sender address rejected"},
    "leaves": {"RCPT": "421 4.3.2 Shutting down"},
}
WELL = {None: "220 here", "DATA": "354 go on", "QUIT": "221 bye"}


def refuser(stage):
    """A server that refuses at one stage whatever is asked, or says nothing at all."""
    async def talk(reader, writer):
        verb = None
        while stage != "silence":
            answer = REFUSALS[stage].get(verb) or WELL.get(verb, "250 OK")
            writer.write(answer.encode() + b"\r\n")
            line = await reader.readline()
            if not line:
                break
            verb = line.split()[0].decode().upper()
        await reader.read()
        writer.close()
    return talk


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=good, handled=False)  # else nothing is answered
    return check


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port-file", required=True)
    parser.add_argument("--directory", required=True)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--implicit-tls", action="store_true")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--refuse")
    return parser.parse_args()


async def serve(given):
    context = None
    if given.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.certificate, given.key)
    starttls = context is not None and not given.implicit_tls
    handler = Handler(given.directory)

    def session():
        return SMTP(
            handler,
            tls_context=context if starttls else None,
            require_starttls=starttls,
            auth_required=given.user is not None,
            auth_require_tls=starttls,
            authenticator=authenticator(given.user, given.password) if given.user else None,
        )

    if given.refuse:
        server = await asyncio.start_server(refuser(given.refuse), "127.0.0.1", 0)
    else:
        server = await asyncio.get_running_loop().create_server(
            session, "127.0.0.1", 0, ssl=context if given.implicit_tls else None)
    with open(given.port_file, "w") as out:
        out.write(f"{server.sockets[0].getsockname()[1]}\n")
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(options()))
