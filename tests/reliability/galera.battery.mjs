// Three Galera nodes with a server on each, and every request goes to the next one: contradictory
// decisions, each node aborting transactions for what another one commits. One wins, the others are
// told why, what one node was told the next one shows, and nothing is half applied.
import http from "node:http";
import { battery } from "./support/battery.mjs";
import { fight } from "./support/contests.mjs";
import { run_to_end } from "./support/processes.mjs";
import { binary } from "./support/server.mjs";

// Stands where people expect a server.
class NextOf {
  constructor(servers) {
    Object.assign(this, { servers, log: "the next server", turn: 0 });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  }
  get port() {
    return this.servers[this.turn++ % this.servers.length].port;
  }
}

async function a_server_on_each(office) {
  const [, ...others] = office.mariadb.nodes;
  office.beside = others.map((node) => office.another_server({ database: node.url("office") }));
  for (const server of office.beside) await server.start();
  office.front = new NextOf([office.server, ...office.beside]);
}

await battery(
  "Galera",
  { sizes: { galera: { ci: 40, full: 2000 } }, office: { kinds: 20 } },
  async ({ office, check, figures, ...arena }) => {
    await a_server_on_each(office);
    await fight({ office, check, figures, ...arena });
    const aborted = office.mariadb.counted("wsrep_local_bf_aborts");
    const uncertified = office.mariadb.counted("wsrep_local_cert_failures");
    figures.aborted = `${aborted} for another node's commit, ${uncertified} at certification`;
    check("nodes took transactions from each other", aborted + uncertified > 0);
    for (const node of office.mariadb.nodes) {
      const words = [binary, "verify", "--database", node.url("office"), "--data", office.data];
      const proof = run_to_end(words, { seconds: 600 });
      check("rampung verify finds no fault on any node", proof.code === 0, proof.out + proof.err);
    }
  },
);
