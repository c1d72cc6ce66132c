// Machines that ask in somebody's name, with tokens that the command line makes.
import { Person, send } from "./person.mjs";
import { change_rows } from "./observed.mjs";
import { run_to_end } from "./processes.mjs";
import { binary } from "./server.mjs";

const verb = (server, ...words) => {
  const done = run_to_end([binary, "token", ...words, "--database", server.database]);
  if (done.code !== 0) throw new Error(`rampung token ${words[0]}: ${done.out}${done.err}`);
  return done.out;
};

// {id, token}; without scopes it is all that its person is.
export function make_token(server, username, { scopes = [], bound } = {}) {
  const wanted = scopes.flatMap((scope) => ["--scope", scope]);
  if (bound) wanted.push("--region", bound);
  const name = ["--username", username, "--name", "uji", "--days", "366"];
  const out = verb(server, "create", ...name, ...wanted);
  const [, id, token] = out.match(/^id: (\S+)\ntoken: (\S+)$/m);
  // The verb's clock is today's. To a demo of an earlier day that is a clock that was ahead, and
  // what it made is over.
  const demo = { backend: "sqlite", data: server.data };
  change_rows(demo, `UPDATE tokens SET created_at = 0 WHERE id = '${id}'`);
  return { id, token };
}

// As if its time had come.
export function end_token(server, id) {
  change_rows(
    { backend: "sqlite", data: server.data },
    `UPDATE tokens SET valid_until = 1 WHERE id = '${id}'`,
  );
}

export const revoke_token = (server, username, id) =>
  verb(server, "revoke", "--username", username, "--id", id);

export class TokenHolder extends Person {
  constructor(server, account, token) {
    super(server, account);
    this.own = { Authorization: `Bearer ${token}` };
  }

  // The cookie of another goes with the token.
  beside(other) {
    Object.assign(this.own, { Cookie: other.cookie, "X-CSRF-Token": other.csrf });
    return this;
  }

  ask(method, path, body, { match, key, headers = {}, ms } = {}) {
    const all = { ...this.own, ...headers };
    if (match !== undefined) all["If-Match"] = `"${match}"`;
    if (key !== undefined) all["Idempotency-Key"] = key;
    return send(this.server, { method, path: `/api/v1${path}`, headers: all, body, ms });
  }
}
