// haproxy before servers, on a free loopback port, with few connections behind it that all share.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child, free_port, until } from "./processes.mjs";
import { probe } from "./server.mjs";

export class Haproxy {
  // ports: of the servers behind it; silence_ms: how long a client may say nothing.
  static async open(ports, { connections = 4, silence_ms = 5000 } = {}) {
    const proxy = new Haproxy();
    proxy.home = mkdtempSync(join(tmpdir(), "rampung-haproxy-"));
    proxy.port = await free_port();
    const file = join(proxy.home, "haproxy.cfg");
    const servers = ports.map(
      (port, i) => `  server s${i} 127.0.0.1:${port} maxconn ${connections}`,
    );
    writeFileSync(file, configuration(proxy.port, servers, silence_ms));
    proxy.child = new Child(["haproxy", "-db", "-f", file], { log: join(proxy.home, "log") });
    await until("haproxy to answer", 10_000, async () => {
      if (!proxy.child.runs) throw new Error("haproxy ended");
      return (await probe(`http://127.0.0.1:${proxy.port}/livez`)) === 200;
    });
    return proxy;
  }
  async close() {
    await this.child.end("SIGTERM", 5000);
    rmSync(this.home, { recursive: true, force: true });
  }
}

const configuration = (port, servers, silence_ms) => `defaults
  mode http
  timeout connect 2s
  timeout client ${silence_ms}ms
  timeout server ${silence_ms}ms
  timeout http-request ${silence_ms}ms
  http-reuse always
  option forwardfor
frontend outside
  bind 127.0.0.1:${port}
  default_backend rampung
backend rampung
${servers.join("\n")}
`;
