// haproxy before several servers, in front of which people see one. It asks /readyz. Where it sends
// again, a request whose server is gone goes to another one: every change has an Idempotency-Key,
// which makes that as safe as the client's own second try. Otherwise each is sent once, on
// connections that are kept for the next.
import { writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { Child, free_port, until } from "./processes.mjs";
import { probe } from "./server.mjs";

const start_ms_max = 20_000;

const again = `  option http-buffer-request
  option redispatch 1
  retries 10
  retry-on conn-failure empty-response response-timeout 503
  http-reuse never
  http-request disable-l7-retry unless { req.hdr(Idempotency-Key) -m found } or METH_GET`;
const once = `  retries 0
  http-reuse safe`;

const words_for = (port, servers, sends_again) => `
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 30s
  timeout check 5s
  option httpchk
  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host servers
frontend people
  bind 127.0.0.1:${port}
  default_backend servers
backend servers
${sends_again ? again : once}
  balance roundrobin
${servers.map(line_of).join("\n")}
`;
const line_of = ({ port }, i) => `  server s${i} 127.0.0.1:${port} check inter 100ms fall 2 rise 1`;

export class Proxy {
  constructor(home, { sends_again }) {
    this.home = home;
    this.sends_again = sends_again;
    this.name = sends_again ? "again" : "once";
    this.log = join(home, `haproxy-${this.name}.log`);
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  }

  async open(servers) {
    this.port = await free_port();
    const file = join(this.home, `haproxy-${this.name}.cfg`);
    writeFileSync(file, words_for(this.port, servers, this.sends_again));
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
