// A province with its agencies and people, served by the real program on a database of its own, and
// plans in it brought to a wanted state through the API.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Galera } from "./galera.mjs";
import { write_kinds, years } from "./kinds.mjs";
import { MariaDb } from "./mariadb.mjs";
import { a_report_file, Person, unexpected, upload_form } from "./person.mjs";
import { run_to_end } from "./processes.mjs";
import { binary, Server } from "./server.mjs";
import { Record } from "./record.mjs";
import { copy_of } from "./templates.mjs";

export const region = "62";

export class Office {
  // backend: sqlite, mariadb, or galera: three nodes of it. `front`, when it is set, stands where
  // people expect the server; `beside` are further servers, which end with the office.
  // kinds: how many kinds of plan beside the built-in ones; kind: changes to each; server: further
  // settings of its Server; mariadb: those of its MariaDb.
  static async open({ backend, kinds = 4, kind = {}, server = {}, mariadb = {} }) {
    const office = new Office();
    office.backend = backend;
    office.home = mkdtempSync(join(tmpdir(), "rampung-office-"));
    office.data = join(office.home, "data");
    const { server_files } = await copy_of(backend, office.data);
    office.kinds = write_kinds(join(office.home, "kinds"), kinds, kind);
    if (backend !== "sqlite") {
      const home = mkdtempSync(join(tmpdir(), "rampung-mariadb-"));
      const Made = backend === "galera" ? Galera : MariaDb;
      office.mariadb = await new Made({ home, from: server_files, ...mariadb }).open();
      office.database = office.mariadb.url("office");
    } else {
      office.database = `sqlite://${join(office.data, "rampung.db")}`;
    }
    office.server = office.another_server(server);
    await office.server.start();
    office.read_accounts();
    return office;
  }

  // From now on what people do is recorded.
  begin_record() {
    this.record = new Record(join(this.home, "record.jsonl"));
    this.people.clear();
    return this.record;
  }

  // A further server on the same database and files.
  another_server(settings = {}) {
    const args = ["--kinds", join(this.home, "kinds"), ...(settings.args ?? [])];
    const log = join(this.home, `server-${(this.servers = (this.servers ?? 0) + 1)}.log`);
    return new Server({ database: this.database, data: this.data, log, ...settings, args });
  }

  read_accounts() {
    this.accounts = JSON.parse(readFileSync(join(this.data, "accounts.json"), "utf8"));
    const held = (role) => this.accounts.filter((each) => each.roles[0].role === role);
    const here = (each) => each.roles[0].region === region;
    const staff = held("agency_staff").filter(here);
    // Agencies that lead: their head and their staff.
    this.agencies = held("agency_head")
      .filter(here)
      .map((head) => ({
        ...head.roles[0].agency,
        head: head.username,
        staff: staff.find((each) => each.roles[0].agency.id === head.roles[0].agency.id).username,
      }));
    this.people = new Map();
    this.slots = { past: 0, future: 0 };
  }

  // Signed in at the first call.
  async person(username, server = this.front ?? this.server) {
    const name = `${username} ${server.log}`;
    if (!this.people.has(name)) this.people.set(name, this.another_session(username, server));
    return (await this.people.get(name)).keep_fresh();
  }
  another_session(username, server = this.front ?? this.server) {
    const account = this.accounts.find((each) => each.username === username);
    const person = new Person(server, account);
    person.record = this.record;
    person.gate = this.gate;
    return person.sign_in();
  }
  secretariat() {
    return this.person("sekretariat.kalteng");
  }
  sahli() {
    return this.person("sahli.kalteng");
  }

  // A kind and year that no plan of the region has yet. A past one's periods have all begun.
  free_slot(past = false) {
    const slot = this.slots[past ? "past" : "future"]++;
    const span = past ? 20 : 60;
    const kind = this.kinds[Math.floor(slot / span)];
    if (!kind) throw new Error(`${slot} plans are more than ${this.kinds.length} kinds hold`);
    return { kind, year: (past ? years.least : 2040) + (slot % span) };
  }

  // A draft with one action for each agency; `periods` have a target each.
  // A slot whose plan was cancelled or refused can be given again.
  async draft({
    agencies = this.agencies.slice(0, 1),
    periods = ["B04"],
    past = false,
    slot,
  } = {}) {
    const by = await this.secretariat();
    slot ??= this.free_slot(past);
    const title = `Rencana ${slot.kind} ${slot.year}`;
    const plan = await by.make("/plans", { ...slot, region, title });
    for (const [i, agency] of agencies.entries())
      await by.make(`/plans/${plan.id}/actions`, this.action(i + 1, agency, periods));
    return { id: plan.id, agencies, slot };
  }

  action(number, agency, periods = ["B04"]) {
    return {
      number,
      phase: "prevention",
      title: `Pendampingan desa ke-${number}`,
      lead_agency: agency.id,
      success_criterion: "Desa didampingi",
      targets: periods.map((period) => ({ period, text: "1", quantity: 1, unit: "desa" })),
    };
  }

  async submit(plan) {
    const by = await this.secretariat();
    await by.give("plans", plan.id, "submit");
    plan.reviews = await this.reviews(plan);
    return plan;
  }
  // [{id, version, state, head}] as they are.
  async reviews(plan) {
    const by = await this.secretariat();
    return (await by.all(`/plans/${plan.id}/reviews`)).map((review) => ({
      ...review,
      head: this.agencies.find((agency) => agency.id === review.agency.id).head,
    }));
  }
  async confirm_all(plan) {
    for (const review of await this.reviews(plan))
      if (review.state !== "confirmed")
        await (await this.person(review.head)).give("reviews", review.id, "confirm");
    const [approval] = await (await this.sahli()).all(`/plans/${plan.id}/approvals`);
    plan.approval = approval;
    return plan;
  }
  async approve(plan) {
    await (await this.sahli()).give("approvals", plan.approval.id, "approve");
    return plan;
  }
  async adopt(plan) {
    const decree = { decree_number: "100.3/1", decree_date: "2026-01-05" };
    await (await this.secretariat()).give("plans", plan.id, "adopt", decree);
    plan.targets = await (await this.secretariat()).all(`/targets?plan=${plan.id}`);
    return plan;
  }

  // state: draft, agency_review, sahli_approval, approved, in_force.
  async plan_in(state, how = {}) {
    const past = state === "in_force" || how.past;
    const plan = await this.draft({ ...how, past });
    for (const step of ["submit", "confirm_all", "approve", "adopt"]) {
      if (state === before[step]) return plan;
      await this[step](plan);
    }
    return plan;
  }

  staff_of(target) {
    return this.person(this.agencies.find((each) => each.id === target.agency.id).staff);
  }
  head_of(target) {
    return this.person(this.agencies.find((each) => each.id === target.agency.id).head);
  }

  async upload_evidence(target, file = a_report_file) {
    const by = await this.staff_of(target);
    const form = upload_form({ kind: "laporan_kegiatan" }, file);
    const path = `/targets/${target.id}/evidence`;
    const answer = await by.change("POST", path, form.body, { headers: form.headers });
    if (answer.status !== 201) throw unexpected({ method: "POST", path }, answer);
    return answer.json;
  }
  async write_up(target, text = "Terlaksana") {
    const by = await this.staff_of(target);
    const { version } = await by.get(`/targets/${target.id}`);
    const said = { achievement: text, achieved_quantity: 1 };
    const answer = await by.change("PATCH", `/targets/${target.id}`, said, { match: version });
    if (answer.status !== 200) throw unexpected({ method: "PATCH", path: target.id }, answer);
    return answer.json;
  }

  // The program's own proof of everything: {code, out}.
  verify({ files = true } = {}) {
    const data = files ? ["--data", this.data] : [];
    return run_to_end([binary, "verify", "--database", this.database, ...data], { seconds: 600 });
  }

  async close({ keep = false } = {}) {
    for (const server of [this.server, ...(this.beside ?? [])])
      if (server.runs) await server.child.end("SIGTERM", 20_000);
    if (keep) {
      console.log(`kept: ${this.home}${this.mariadb ? ` and ${this.mariadb.home}` : ""}`);
      if (this.mariadb) await this.mariadb.stop();
      return;
    }
    if (this.mariadb) await this.mariadb.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

const before = {
  submit: "draft",
  confirm_all: "agency_review",
  approve: "sahli_approval",
  adopt: "approved",
};
