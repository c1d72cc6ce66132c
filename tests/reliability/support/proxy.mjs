// haproxy before several servers, in front of which people see one. It asks /readyz, and sends a
// request again elsewhere when a server is gone: every change has an Idempotency-Key, which makes
// that as safe as the client's own second try.
import { writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { Child, free_port, until } from "./processes.mjs";
import { probe } from "./server.mjs";

const start_ms_max = 20_000;

const words_for = (port, servers) => `
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 30s
  timeout check 5s
  option httpchk
  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host servers
  option http-buffer-request
  option redispatch 1
  retries 10
  retry-on conn-failure empty-response response-timeout 503
  http-reuse never
frontend people
  bind 127.0.0.1:${port}
  default_backend servers
backend servers
  balance roundrobin
${servers.map(line_of).join("\n")}
`;
const line_of = ({ port }, i) => `  server s${i} 127.0.0.1:${port} check inter 200ms fall 2 rise 1`;

export class Proxy {
  constructor(home) {
    this.home = home;
    this.log = join(home, "haproxy.log");
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  }

  async open(servers) {
    this.port = await free_port();
    const file = join(this.home, "haproxy.cfg");
    writeFileSync(file, words_for(this.port, servers));
    this.child = new Child(["/usr/sbin/haproxy", "-db", "-f", file], { log: this.log });
    const url = `http://127.0.0.1:${this.port}/readyz`;
    await until("haproxy to find a server", start_ms_max, async () => {
      if (!this.child.runs) throw new Error(`haproxy ended, see ${this.log}`);
      return (await probe(url)) === 200;
    });
    return this;
  }

  async close() {
    this.agent.destroy();
    await this.child.end("SIGTERM", 10_000);
  }
}
