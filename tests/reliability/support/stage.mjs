// The stage of the authorisation battery: the demo with a few people and things more, everybody
// signed in, and of each kind of thing some in every state, with the facts that policies ask for.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { a_report_file, Person, send, upload_form } from "./person.mjs";
import { Server } from "./server.mjs";
import { end_token, make_token, revoke_token, TokenHolder } from "./tokens.mjs";
import { in_turns } from "./verdict.mjs";

const password = "kolam-teguh-padis-47";
export const canary = {
  title: "Kenari Judul Tersembunyi",
  comment: "kenari-komentar-tersembunyi",
  achievement: "kenari-capaian-perangkat-lain",
  restricted: "kenari-terbatas.pdf",
  document: "kenari-dokumen.pdf",
};

const chosen = [
  "sekretariat.nasional",
  "sekretariat.kalteng",
  "sekretariat.palangkaraya",
  "sekretariat.kobar",
  "sekretariat.kotim",
  "sahli.kalteng",
  "sahli.kobar",
  "sahli.kotim",
  "pengamat.kalteng",
  "admin.kalteng",
  "kepala.dp3appkb",
  "staf.dp3appkb",
  "kepala.esdm",
  "staf.polda",
  "kepala.sosial.palangkaraya",
  "staf.sosial.kobar",
  "kepala.sosial.kotim",
];

// One of each role sends a token as well.
const with_tokens = [
  "sekretariat.nasional",
  "sekretariat.kalteng",
  "sahli.kalteng",
  "pengamat.kalteng",
  "admin.kalteng",
  "kepala.dp3appkb",
  "staf.dp3appkb",
];

// Of each scope, with and without a region, those whose posts make a difference.
const with_scopes = [
  ["staf.dp3appkb", { scopes: ["read"] }],
  ["staf.dp3appkb", { scopes: ["report"] }],
  ["kepala.dp3appkb", { scopes: ["report"] }],
  ["staf.dp3appkb", { scopes: ["report"], bound: "62.02" }],
  ["sekretariat.kalteng", { scopes: ["report"] }],
  ["sekretariat.kalteng", { scopes: ["read"], bound: "62.71" }],
  ["sekretariat.nasional", { scopes: ["read"], bound: "62" }],
  ["sahli.kalteng", { scopes: ["read"], bound: "62.01" }],
  ["pengamat.kalteng", { scopes: ["read", "directory"], bound: "62" }],
  ["admin.kalteng", { scopes: ["directory"] }],
  ["admin.kalteng", { scopes: ["directory", "read"], bound: "62.02" }],
];

export class Stage {
  static async open() {
    const stage = new Stage();
    stage.home = mkdtempSync(join(tmpdir(), "rampung-stage-"));
    const database = `sqlite://${join(stage.home, "rampung.db")}`;
    const args = ["--date", "2026-10-20"];
    stage.server = new Server({ verb: "demo", database, data: stage.home, args });
    await stage.server.start();
    stage.accounts = JSON.parse(readFileSync(join(stage.home, "accounts.json"), "utf8"));
    stage.people = new Map();
    stage.tokens = [];
    await in_turns(
      4,
      chosen.map((name) => () => stage.sign_in(name)),
    );
    await stage.engage();
    with_tokens.forEach((name) => stage.lend_token(name));
    with_scopes.forEach(([name, bounds]) => stage.lend_token(name, bounds));
    await stage.furnish();
    return stage;
  }

  async sign_in(username) {
    const account = this.accounts.find((each) => each.username === username);
    const person = await new Person(this.server, account).sign_in();
    this.people.set(username, { name: username, person, ...facts_of(account) });
    return person;
  }

  lend_token(username, bounds = {}) {
    const account = this.account(username);
    const made = make_token(this.server, username, bounds);
    const person = new TokenHolder(this.server, account, made.token);
    person.id = this.by(username).id;
    const name = [username, "by token", ...(bounds.scopes ?? []), bounds.bound ?? ""].join(" ");
    this.people.set(name, { name, person, by_token: true, ...bounds, ...facts_of(account) });
    this.tokens.push({
      resource: "tokens",
      id: made.id,
      username,
      region: account.roles[0].region,
    });
  }

  by(username) {
    return this.people.get(username).person;
  }

  // People whom the demo lacks: of a region without a plan, below a province, and one who left.
  async engage() {
    const admin = this.by("admin.kalteng");
    const desk = {
      region: "62.10",
      name: "Kesbangpol Gunung Mas",
      short_name: "Kesbangpol",
      kind: "kesbangpol",
    };
    const { id: agency } = await admin.make("/agencies", desk);
    const { id: kalteng } = this.account("sekretariat.kalteng").roles[0].agency;
    await this.employ("sekretariat.gunungmas", "secretariat", { agency }, "62.10");
    await this.employ("pengamat.kotim", "observer", { region: "62.02" }, "62.02");
    await this.employ("admin.kotim", "administrator", { region: "62.02" }, "62.02");
    const gone = await this.employ("sekretaris.lama", "secretariat", { agency: kalteng }, "62");
    const of_gone = make_token(this.server, gone.username).token;
    const user = await admin.get(`/users/${gone.id}`);
    await admin.ask("PATCH", `/users/${gone.id}`, { disabled: true }, { match: user.version });
    const ended = await new Person(this.server, this.account("sekretariat.kalteng")).sign_in();
    await ended.ask("DELETE", "/session");
    const keeper = this.account("sekretariat.kalteng");
    const revoked = make_token(this.server, keeper.username);
    revoke_token(this.server, keeper.username, revoked.id);
    const over = make_token(this.server, keeper.username);
    end_token(this.server, over.id);
    const token = (value) => new TokenHolder(this.server, keeper, value);
    this.outsiders = [
      { name: "anonymous", person: new Person(this.server, keeper) },
      { name: "disabled", person: gone },
      { name: "ended session", person: ended },
      { name: "token of the disabled", person: token(of_gone) },
      { name: "revoked token", person: token(revoked.token) },
      { name: "token that has ended", person: token(over.token) },
      {
        name: "unknown token with a good cookie",
        person: token("unknown").beside(this.by("sekretariat.kalteng")),
      },
    ];
    this.people.delete("sekretaris.lama");
  }
  account(username) {
    return this.accounts.find((each) => each.username === username);
  }

  async employ(username, role, place, region) {
    const admin = this.by("admin.kalteng");
    const form = {
      username,
      name: username,
      email: `${username}@kalteng.example`,
      locale: "id",
      region,
    };
    const made = await admin.make("/users", form);
    await admin.make("/appointments", {
      user: made.id,
      role,
      ...place,
      from: "2026-01-01",
      acting: false,
    });
    // The post ended the first code.
    const invited = await admin.make(`/users/${made.id}/activation`, {});
    const activation = { code: invited.activation_code, password };
    await send(this.server, { method: "POST", path: "/api/v1/activation", body: activation });
    const agency = place.agency ? { id: place.agency } : null;
    this.accounts.push({ username, password, roles: [{ role, agency, region }] });
    return this.sign_in(username);
  }

  // A plan that nobody else has seen, one that was given up, files of every kind.
  async furnish() {
    const kotim = this.by("sekretariat.kotim");
    const form = { kind: "rad_p3aks", region: "62.02", year: 2026, title: canary.title };
    const hidden = await kotim.make("/plans", form);
    await kotim.make(`/plans/${hidden.id}/comments`, { text: canary.comment });
    const lead = this.account("kepala.sosial.kotim").roles[0].agency.id;
    const row = { phase: "prevention", title: canary.title, lead_agency: lead };
    await kotim.make(`/plans/${hidden.id}/actions`, row);
    await this.upload(kotim, `/plans/${hidden.id}/documents`, {}, canary.document);
    const kobar = this.by("sekretariat.kobar");
    const other = await kobar.make("/plans", { ...form, region: "62.01", title: "Batal" });
    await kobar.give("plans", other.id, "cancel", { reason: "Tidak jadi" });
    await this.report_one();
    await this.gather();
  }

  async upload(by, path, fields, name) {
    const form = upload_form(fields, { ...a_report_file, name });
    const answer = await by.ask("POST", path, form.body, { headers: form.headers });
    if (answer.status !== 201)
      throw new Error(`upload to ${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  }

  // A target of the one agency becomes reported, with an ordinary and a restricted file; another
  // stays open with a file and words that only its own agency and those who verify may read.
  async report_one() {
    const staff = this.by("staf.dp3appkb");
    const own = (await staff.all("/targets?state=open")).filter(
      (t) => t.agency.id === staff.agency.id,
    );
    const all = await staff.all("/targets");
    const mine = all.filter((t) => t.agency.id === staff.agency.id && t.state === "reported");
    if (own.length < 1) throw new Error("the demo leaves no open target to its first agency");
    for (const [i, target] of own.slice(0, 2).entries()) {
      const to = `/targets/${target.id}/evidence`;
      await this.upload(staff, to, { kind: "laporan_kegiatan" }, `laporan-${i}.pdf`);
      const fields = { kind: "laporan_kegiatan", classification: "terbatas" };
      await this.upload(staff, to, fields, canary.restricted);
      const { version } = await staff.get(`/targets/${target.id}`);
      const said = { achievement: canary.achievement, achieved_quantity: 1 };
      await staff.ask("PATCH", `/targets/${target.id}`, said, { match: version });
      if (i === 0 && (own.length > 1 || !mine.length))
        await staff.give("targets", target.id, "report");
    }
  }

  async gather() {
    const keepers = ["kalteng", "palangkaraya", "kobar", "kotim"].map((at) =>
      this.by(`sekretariat.${at}`),
    );
    this.things = two_of(this.tokens, (token) => token.region);
    this.plans = [];
    for (const keeper of keepers)
      for (const item of await keeper.all("/plans"))
        if (item.region.code === keeper.region) await this.gather_plan(keeper, item);
    await this.gather_targets(keepers[0]);
    await this.gather_reports(keepers[0]);
    await this.gather_directory();
    await this.gather_messages(keepers[0]);
  }

  async gather_plan(keeper, item) {
    const under = `/plans/${item.id}`;
    const actions = await keeper.all(`${under}/actions`);
    const agencies = actions.flatMap((a) => [a.lead_agency, ...a.supporting_agencies]);
    const plan = {
      resource: "plans",
      id: item.id,
      region: item.region.code,
      state: item.state,
      version: item.version,
      submitted: (await keeper.all(`${under}/revisions`)).some((r) => r.submission > 0),
      names: [...new Set(agencies.map((agency) => agency?.id).filter(Boolean))],
    };
    this.plans.push(plan);
    this.things.push(plan);
    for (const action of two_of(actions, (a) => a.lead_agency?.id))
      this.things.push({ resource: "actions", id: action.id, plan });
    const keep = (resource) => (each) =>
      this.things.push({ ...each, resource, plan, agency: each.agency?.id });
    two_of(await keeper.all(`${under}/reviews?all=true`), (r) => r.state).forEach(keep("reviews"));
    two_of(await keeper.all(`${under}/approvals?all=true`), (a) => a.state).forEach(
      keep("approvals"),
    );
    const draws = item.title === canary.title || item.state === "draft";
    if (draws) {
      const file = await this.upload(keeper, `${under}/documents`, {}, "naskah.pdf");
      this.things.push({ resource: "documents", id: file.id, plan });
    }
  }

  async gather_targets(keeper) {
    const [plan] = this.plans;
    const sent = (await keeper.all("/reports")).filter(
      (r) => r.region.code === "62" && r.state !== "compiling",
    );
    const all = await keeper.all(`/targets?plan=${plan.id}`);
    const own = this.account("kepala.dp3appkb").roles[0].agency.id;
    const of = (list) => two_of(list, (t) => `${t.state} ${t.period}`, 99);
    const picked = new Set([...of(all.filter((t) => t.agency.id === own)), ...of(all)]);
    for (const t of picked) {
      const was_reported = ["reported", "endorsed", "signed_off"].includes(t.state);
      const staff = this.accounts.find(
        ({ roles: [post] }) => post.role === "agency_staff" && post.agency.id === t.agency.id,
      );
      const consolidated = sent.some((r) => r.period === t.period);
      const facts = { consolidated, was_reported, reporter: was_reported ? staff.username : null };
      const { id, version, state } = t;
      const target = {
        resource: "targets",
        id,
        version,
        state,
        plan,
        agency: t.agency.id,
        ...facts,
      };
      this.things.push(target);
      for (const { id: file, classification, version: seen } of t.evidence)
        this.things.push({ resource: "evidence", id: file, version: seen, classification, target });
    }
  }

  async gather_reports(keeper) {
    for (const r of await keeper.all("/reports"))
      if (r.region.code === "62")
        this.things.push({
          resource: "reports",
          id: r.id,
          version: r.version,
          state: r.state,
          region: "62",
          submitted: r.state !== "compiling",
        });
  }

  async gather_directory() {
    for (const name of [
      "sekretariat.kalteng",
      "kepala.dp3appkb",
      "sekretariat.kotim",
      "staf.sosial.kobar",
      "admin.kotim",
      "sekretariat.nasional",
    ]) {
      const { person, region } = this.people.get(name);
      const self = await person.get(`/users/${person.id}`);
      const about = { username: name, region };
      this.things.push({
        resource: "users",
        id: self.id,
        version: self.version,
        ...about,
        regions: [region],
      });
      const [post] = self.appointments;
      this.things.push({ resource: "appointments", id: post.id, version: post.version, ...about });
      if (person.agency)
        this.things.push({ resource: "agencies", id: person.agency.id, version: 1, region });
    }
  }

  // To people of ours, and of a state in which nothing can be done with them.
  async gather_messages(keeper) {
    const people = [...this.people.values()].filter((each) => each.region === "62");
    const told = (await keeper.all("/messages"))
      .map((message) => ({
        resource: "messages",
        id: message.id,
        state: message.state,
        username: people.find(({ person }) => person.id === message.to.user.id)?.username,
        regions: [...new Set(message.items.map((item) => item.region.code))],
      }))
      .filter((message) => message.username && message.state !== "dead");
    this.things.push(...two_of(told, (message) => message.username).slice(0, 8));
  }

  of(resource) {
    return this.things.filter((thing) => thing.resource === resource);
  }

  async close() {
    await this.server.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

function facts_of(account) {
  const [{ role, agency, region }] = account.roles;
  return { username: account.username, role, region, agency: agency?.id ?? null };
}

// The first of each sort, at most so many sorts.
function two_of(list, sort, most = 2) {
  const seen = new Map();
  for (const each of list) if (!seen.has(sort(each))) seen.set(sort(each), each);
  return [...seen.values()].slice(0, most);
}
