// Three MariaDB nodes that replicate to each other by Galera, on loopback. They begin with copies
// of the same files at the same position, so that none has to send the others its state.
import { chmodSync, cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MariaDb } from "./mariadb.mjs";
import { free_port, run_to_end, until } from "./processes.mjs";

const nodes_count = 3;
const joined_ms_max = 60_000;
const provider = "/usr/lib/galera/libgalera_smm.so";

class Node extends MariaDb {
  // What another node has committed is seen, as the product sees it by its own setting.
  execute(sql, database) {
    return super.execute(`SET SESSION wsrep_sync_wait = 1;\n${sql}`, database);
  }
  status(name) {
    return super.execute(`SHOW GLOBAL STATUS LIKE '${name}'`).split("\n")[1].split("\t")[1];
  }
  // While it joins, a node may end connections that have just begun.
  is_one_of(count) {
    const question = "SHOW GLOBAL STATUS LIKE 'wsrep_%'";
    const ask = ["--batch", "--skip-column-names", "--execute", question];
    const { out } = run_to_end(["mariadb", "--no-defaults", ...this.where(), ...ask]);
    return out.includes("wsrep_ready\tON\n") && out.includes(`wsrep_cluster_size\t${count}\n`);
  }
}

function replicating({ group, here, transfer, files }) {
  const listen = `gmcast.listen_addr=tcp://${here}`;
  const words = [listen, `ist.recv_addr=${transfer}`, "gcache.size=16M"];
  return [
    ...["--wsrep-on=ON", `--wsrep-provider=${provider}`, `--wsrep-node-address=${here}`],
    `--wsrep-cluster-address=gcomm://${group.join()}`,
    `--wsrep-provider-options=${words.join(";")}`,
    ...["--wsrep-sst-method=rsync", `--wsrep-sst-receive-address=${files}`],
    ...["--wsrep-slave-threads=4", "--binlog-format=ROW", "--innodb-autoinc-lock-mode=2"],
  ];
}

async function places_of_a_node() {
  const [here, transfer, files] = [await free_port(), await free_port(), await free_port()].map(
    (port) => `127.0.0.1:${port}`,
  );
  return { here, transfer, files };
}

// In the place of one MariaDb: questions and URLs are the first node's.
export class Galera {
  // from: the data directory of a server that was stopped.
  constructor({ home, from }) {
    Object.assign(this, { home, from, nodes: [] });
  }

  async open() {
    if (!existsSync(provider))
      throw new Error(`expected ${provider}, found none: run scripts/setup (package galera-4)`);
    chmodSync(this.home, 0o755); // the nodes, as mysql, pass through
    const places = await Promise.all(Array.from({ length: nodes_count }, places_of_a_node));
    const group = places.map((each) => each.here);
    const position = join(this.home, "position");
    this.nodes = places.map((each, i) => {
      const options = replicating({ group, ...each });
      const from = i === 0 ? this.from : position;
      return new Node({ home: join(this.home, `node-${i + 1}`), options, from });
    });
    const [first, ...others] = this.nodes;
    // By itself and stopped again: its files now say at which position they are.
    await first.open({ options: ["--wsrep-new-cluster"] });
    await first.stop();
    cpSync(first.data, position, { recursive: true });
    await first.start({ options: ["--wsrep-new-cluster"] });
    for (const [i, node] of others.entries()) {
      await node.open();
      await until(`node ${i + 2} to be ready`, joined_ms_max, () => node.is_one_of(i + 2), 50);
    }
    return this;
  }

  url(name) {
    return this.nodes[0].url(name);
  }
  execute(sql, database) {
    return this.nodes[0].execute(sql, database);
  }
  // Of a counter, all nodes together.
  counted(name) {
    return this.nodes.reduce((sum, node) => sum + Number(node.status(name)), 0);
  }

  async stop() {
    for (const node of [...this.nodes].reverse()) await node.stop();
  }
  async close() {
    for (const node of this.nodes) await node.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}
