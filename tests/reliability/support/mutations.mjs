// Every route that changes something, and how one more request of it is made ready: who asks, what,
// on which version. By the operation's name in the API's own description.
import { a_report_file, upload_form } from "./person.mjs";
import { change_rows } from "./observed.mjs";
import { region } from "./office.mjs";
import { until } from "./processes.mjs";

const reason = { reason: "Diperiksa lagi" };
const year = 2039; // beside those of the office's plans

// Things that are used again and again. Not for two at once: each lane makes one of its own.
export class Stage {
  constructor(office, agency, name) {
    Object.assign(this, { office, agency, name, count: 0 });
    this.things = new Map();
  }
  unique() {
    return `${this.name}-${++this.count}`;
  }
  async thing(name, make) {
    if (!this.things.has(name)) this.things.set(name, await make());
    return this.things.get(name);
  }
  drafted() {
    return this.thing("draft", () => this.office.draft({ agencies: [this.agency] }));
  }
  adopted() {
    const periods = ["B04", "B08", "B12"];
    const make = () => this.office.plan_in("in_force", { agencies: [this.agency], periods });
    return this.thing("in force", make);
  }
  secretariat() {
    return this.office.secretariat();
  }
  administrator() {
    return this.office.person("admin.kalteng");
  }
  head() {
    return this.office.person(this.agency.head);
  }
  staff() {
    return this.office.person(this.agency.staff);
  }

  // An action of the draft, as it is.
  async action() {
    const by = await this.secretariat();
    const { id } = await this.drafted();
    const [action] = await by.all(`/plans/${id}/actions`);
    return action;
  }
  // One of the open targets; none is left another way by these requests.
  async open_target(place = 0) {
    const plan = await this.adopted();
    const staff = await this.staff();
    const target = await staff.get(`/targets/${plan.targets[place].id}`);
    if (target.state === "infeasible_claimed") {
      await (await this.secretariat()).give("targets", target.id, "return_for_changes", reason);
      return staff.get(`/targets/${target.id}`);
    }
    return target;
  }
  // A plan of its own in the state, after whatever happened to it.
  async plan_in(state, name) {
    const plan = await this.thing(name, () => this.office.draft({ agencies: [this.agency] }));
    const by = await this.secretariat();
    let now = await by.get(`/plans/${plan.id}`);
    if (now.state !== "draft") await by.give("plans", plan.id, "recall", reason);
    if (state !== "draft") await this.office.submit(plan);
    if (state === "sahli_approval") await this.office.confirm_all(plan);
    now = await by.get(`/plans/${plan.id}`);
    return { ...plan, version: now.version };
  }
}

const form = (text) => {
  const bytes = Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
  return upload_form({ kind: "laporan_kegiatan" }, { ...a_report_file, bytes });
};
const file_only = (text) => {
  const bytes = Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
  return upload_form({}, { ...a_report_file, bytes });
};

// Each gives {by, method, path, body?, match?, headers?}.
export const mutations = {
  async create_plan(s) {
    const slot = s.office.free_slot();
    return post(await s.secretariat(), "/plans", { ...slot, region, title: s.unique() });
  },
  async change_plan(s) {
    const by = await s.secretariat();
    const { id, version } = await by.get(`/plans/${(await s.drafted()).id}`);
    return { ...patch(by, `/plans/${id}`, { title: s.unique() }), match: version };
  },
  async amend_plan(s) {
    const by = await s.secretariat();
    const { id } = await s.adopted();
    const now = await by.get(`/plans/${id}`);
    if (now.open_revision) await by.give("plans", id, "cancel", reason);
    return post(by, `/plans/${id}/amendments`, {});
  },
  async import_plan(s) {
    const by = await s.secretariat();
    const { id } = await s.thing("imported", () => s.office.draft({ agencies: [s.agency] }));
    const sheet = await by.look("GET", `/plans/${id}/export?format=csv`);
    const headers = { "Content-Type": "application/octet-stream" };
    return { ...post(by, `/plans/${id}/import?format=csv`, sheet.text), headers };
  },
  async add_document(s) {
    const { id } = await s.drafted();
    return { ...post(await s.secretariat(), `/plans/${id}/documents`), ...file_only(s.unique()) };
  },
  async create_action(s) {
    const { id } = await s.drafted();
    const body = { ...s.office.action(undefined, s.agency), title: s.unique() };
    return post(await s.secretariat(), `/plans/${id}/actions`, body);
  },
  async change_action(s) {
    const { id, version } = await s.action();
    const by = await s.secretariat();
    return { ...patch(by, `/actions/${id}`, { location: s.unique() }), match: version };
  },
  async delete_action(s) {
    const by = await s.secretariat();
    const { id } = await s.drafted();
    const body = { ...s.office.action(undefined, s.agency), title: s.unique() };
    const made = await by.make(`/plans/${id}/actions`, body);
    return { by, method: "DELETE", path: `/actions/${made.id}`, match: made.version };
  },
  async edit_target(s) {
    const { id, version } = await s.open_target();
    const by = await s.staff();
    return { ...patch(by, `/targets/${id}`, { achievement: s.unique() }), match: version };
  },
  async command_targets(s) {
    const items = [];
    for (const place of [1, 2]) {
      const { id, version } = await s.open_target(place);
      items.push({ id, version, ...reason });
    }
    return post(await s.head(), "/targets/commands/claim_infeasible", { items });
  },
  async upload_evidence(s) {
    const { id } = await s.open_target();
    return { ...post(await s.staff(), `/targets/${id}/evidence`), ...form(s.unique()) };
  },
  async delete_evidence(s) {
    const target = await s.open_target();
    const { bytes } = a_report_file;
    const file = { ...a_report_file, bytes: Buffer.concat([bytes, Buffer.from(s.unique())]) };
    const { id, version } = await s.office.upload_evidence(target, file);
    return { by: await s.staff(), method: "DELETE", path: `/evidence/${id}`, match: version };
  },
  async comment_plan(s) {
    const { id } = await s.drafted();
    return post(await s.secretariat(), `/plans/${id}/comments`, { text: s.unique() });
  },
  async comment_action(s) {
    const { id } = await s.action();
    return post(await s.secretariat(), `/actions/${id}/comments`, { text: s.unique() });
  },
  async comment_target(s) {
    const { id } = await s.open_target();
    return post(await s.staff(), `/targets/${id}/comments`, { text: s.unique() });
  },
  async make_calendar(s) {
    return post(await s.staff(), "/me/calendar", {});
  },
  async revoke_calendar(s) {
    const by = await s.head();
    const { version } = await by.make("/me/calendar", {});
    return { by, method: "DELETE", path: "/me/calendar", match: version };
  },
  async create_token(s) {
    return post(await s.staff(), "/tokens", { name: s.unique(), scopes: ["read"] });
  },
  async revoke_token(s) {
    const by = await s.head();
    const { id, version } = await by.make("/tokens", { name: s.unique(), scopes: ["read"] });
    return { by, method: "DELETE", path: `/tokens/${id}`, match: version };
  },
  async command_plan(s) {
    const { id, version } = await s.plan_in("draft", "submitted");
    return command(await s.secretariat(), "plans", id, "submit", version);
  },
  async command_review(s) {
    const plan = await s.plan_in("agency_review", "reviewed");
    const { id, version } = (await s.office.reviews(plan)).find((r) => r.state === "pending") ?? {};
    if (id) return command(await s.head(), "reviews", id, "request_changes", version, reason);
    const [kept] = await s.office.reviews(plan);
    return command(await s.head(), "reviews", kept.id, "confirm", kept.version);
  },
  async command_approval(s) {
    const { approval } = await s.plan_in("sahli_approval", "approved");
    const by = await s.office.sahli();
    return command(by, "approvals", approval.id, "approve", approval.version);
  },
  async command_target(s) {
    const { id, version } = await s.open_target(0);
    return command(await s.head(), "targets", id, "claim_infeasible", version, reason);
  },
  async edit_report(s) {
    const { kind, year: of } = (await s.adopted()).slot;
    const by = await s.secretariat();
    const [item] = await by.all(`/reports?region=${region}&kind=${kind}&year=${of}&period=B08`);
    const answers = { kendala: s.unique() };
    return { ...patch(by, `/reports/${item.id}`, { answers }), match: item.version };
  },
  async command_report(s) {
    const { kind, year: of } = (await s.adopted()).slot;
    const by = await s.secretariat();
    const [item] = await by.all(`/reports?region=${region}&kind=${kind}&year=${of}&period=B04`);
    const { id, version, state, gaps } = await by.get(`/reports/${item.id}`);
    const parent = await s.office.person("sekretariat.nasional");
    if (state !== "compiling")
      return command(parent, "reports", id, "return_for_changes", version, reason);
    const body = { gaps: gaps.map((gap) => ({ id: gap.id, ...reason })) };
    return command(by, "reports", id, "submit", version, body);
  },
  // One that has failed: the office's mail server never refuses anybody, so it is said for it.
  // Those that a killed server was sending may fill the first page for two minutes.
  async send_message_again(s) {
    const by = await s.secretariat();
    await s.adopted();
    const sent = await until("a message that was sent", 20_000, async () => {
      const items = await by.all("/messages");
      return items.find((message) => message.state === "sent");
    });
    change_rows(s.office, `UPDATE messages SET state = 'dead' WHERE id = '${sent.id}'`);
    return post(by, `/messages/${sent.id}/commands/send_again`, {});
  },
  async create_agency(s) {
    const name = s.unique();
    const body = { region, name, short_name: name, kind: "opd" };
    return post(await s.administrator(), "/agencies", body);
  },
  async change_agency(s) {
    const by = await s.administrator();
    const body = { region, name: s.unique(), short_name: s.unique(), kind: "opd" };
    const { id } = await s.thing("agency", () => by.make("/agencies", body));
    const { version } = await by.get(`/agencies/${id}`);
    return { ...patch(by, `/agencies/${id}`, { name: s.unique() }), match: version };
  },
  async create_user(s) {
    return post(await s.administrator(), "/users", someone(s));
  },
  async change_user(s) {
    const by = await s.administrator();
    const { id } = await s.thing("user", async () =>
      unwrapped(await by.make("/users", someone(s))),
    );
    const { version } = await by.get(`/users/${id}`);
    return { ...patch(by, `/users/${id}`, { name: s.unique() }), match: version };
  },
  async make_activation(s) {
    const by = await s.administrator();
    const made = async () => unwrapped(await by.make("/users", someone(s)));
    const { id } = await s.thing("invited", made);
    return post(by, `/users/${id}/activation`, {});
  },
  async create_appointment(s) {
    return post(await s.administrator(), "/appointments", await post_of(s));
  },
  async end_appointment(s) {
    const by = await s.administrator();
    const { id, version } = await by.make("/appointments", await post_of(s));
    return { by, method: "DELETE", path: `/appointments/${id}`, match: version };
  },
  async put_holidays(s) {
    const items = [{ date: `${year}-03-01`, kind: "regional", name: s.unique() }];
    return put(await s.administrator(), `/holidays?year=${year}&region=${region}`, { items });
  },
  async put_periods(s) {
    const path = `/periods?region=${region}&kind=${s.office.kinds[0]}&year=${year}`;
    const by = await s.administrator();
    const { items } = await by.get(path);
    const day = String(1 + (s.count++ % 27)).padStart(2, "0");
    const moved = items.map((p) => ({ ...p, lock: `${year + 1}-06-${day}` }));
    return put(by, path, { items: moved });
  },
};

const post = (by, path, body) => ({ by, method: "POST", path, body });
const patch = (by, path, body) => ({ by, method: "PATCH", path, body });
const command = (by, resource, id, name, match, body = {}) => ({
  ...post(by, `/${resource}/${id}/commands/${name}`, body),
  match,
});
// The year's version stands in its ETag.
async function put(by, path, body) {
  const { headers } = await by.look("GET", path);
  return { by, method: "PUT", path, body, match: headers.etag.replaceAll('"', "") };
}

const someone = (s) => {
  const username = s.unique().replaceAll("_", "-").toLowerCase();
  return { username, name: username, email: `${username}@kalteng.example`, region };
};
const unwrapped = (made) => made.user ?? made;
async function post_of(s) {
  const by = await s.administrator();
  const made = async () => unwrapped(await by.make("/users", someone(s)));
  const { id } = await s.thing("appointed", made);
  return { user: id, role: "observer", region, from: `20${10 + (s.count++ % 80)}-01-01` };
}

// The operations of the description that take a key: none may be missing here.
export async function without_a_mutation(by) {
  const { paths } = await by.get("/openapi.json");
  return Object.values(paths)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation.parameters?.some((p) => p.name === "Idempotency-Key"))
    .map((operation) => operation.operationId)
    .filter((name) => !mutations[name]);
}
