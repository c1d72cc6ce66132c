// The rows of a matrix that is edited: each saves itself, new ones too, and what could not be sent
// yet waits on this device.
import { fetch_json, if_match, once, Problem, random_key } from "../server/server";
import { DraftKeeper, forget, type Saved } from "../typed/draft";
import { changed, is_same, type Fields } from "../typed/merge";
import { words } from "../words/words";
import type { Block } from "./block";
import type { Column } from "./column";
import { new_rows, type NewRow } from "./new_rows";
import { changes_between, type FieldChange, type Step } from "./undo";
import { body_of, empty_values, field_of, values_of, type Action } from "./values";

const say = words({
    id: {
        mend: "Perbaiki isi sel",
        incomplete: "Isi rencana aksi dan tahapnya dahulu; sesudah itu baris ini disimpan.",
    },
    en: {
        mend: "Mend the cell",
        incomplete: "Fill in the action and its phase first; then this row is saved.",
    },
});

const json = { "Content-Type": "application/json" };

// The code of a row that is not ready to be sent: nothing is wrong with it.
export const incomplete = "incomplete";

export class MatrixRow {
    keeper!: DraftKeeper;
    id: string | null = null;
    fresh: NewRow | null = null; // until the server has it
    editing: { column: string; before: string; typed: string | null } | null = null;
    redraw: () => void = () => undefined;

    constructor(
        readonly key: string,
        private all: MatrixRows,
    ) {}

    get values(): Fields {
        return this.keeper.mine;
    }

    begin(saved: Saved) {
        const rules = {
            key: this.fresh?.key ?? `actions/${this.id}`,
            server: saved,
            read: () => this.all.read(this),
            write: async (changes: Fields, version: number) => {
                const written = await this.all.write(this, changes, version);
                rules.key = `actions/${this.id}`;
                return written;
            },
            field_of: (pointer: string, values: Fields) =>
                field_of(pointer, values, this.all.periods),
        };
        this.keeper = new DraftKeeper(rules, () => this.tell());
    }

    set(fields: Fields) {
        for (const [field, value] of Object.entries(fields))
            if (!is_same(this.values[field], value)) this.keeper.set(field, value);
    }

    tell() {
        this.redraw();
        this.all.tell();
    }
}

export class MatrixRows {
    rows: MatrixRow[] = [];
    on_change: () => void = () => undefined;
    private creating: Promise<unknown> = Promise.resolve();

    constructor(
        private plan: string,
        readonly columns: Column[],
        readonly periods: string[],
        private own: string[],
        actions: Action[],
    ) {
        for (const action of actions) this.rows.push(this.row_of(action));
        for (const fresh of new_rows(plan).all) this.rows.push(this.fresh_row(fresh));
    }

    private row_of(action: Action): MatrixRow {
        const row = new MatrixRow(action.id, this);
        row.id = action.id;
        row.begin({ version: action.version, values: values_of(action, this.periods, this.own) });
        return row;
    }

    private fresh_row(fresh: NewRow): MatrixRow {
        const row = new MatrixRow(fresh.key, this);
        row.fresh = fresh;
        row.begin({ version: 0, values: empty_values(this.periods, this.own) });
        return row;
    }

    find = (key: string) => this.rows.find((row) => row.key === key);

    private keep_fresh() {
        new_rows(this.plan).keep(this.rows.flatMap((row) => (row.fresh ? [row.fresh] : [])));
    }

    // A new row at the end; it is sent once it has what the server wants.
    add(fields: Fields): MatrixRow {
        const row = this.fresh_row({ key: `plans/${this.plan}/new/${random_key()}` });
        this.rows.push(row);
        this.keep_fresh();
        row.set(fields);
        this.tell();
        return row;
    }

    // Takes it out of the server's matrix; what it held stays with the row, so that it can come
    // back.
    async remove(row: MatrixRow): Promise<void> {
        row.keeper.stop();
        if (row.id)
            await fetch_json(`/api/v1/actions/${row.id}`, {
                method: "DELETE",
                headers: { ...if_match(row.keeper.base.version), ...once() },
            });
        forget(row.fresh?.key ?? `actions/${row.id}`);
        this.rows = this.rows.filter((each) => each !== row);
        row.id = row.fresh = null;
        this.keep_fresh();
        this.tell();
    }

    // The way back: the same texts in a new action, where it stood.
    bring_back(row: MatrixRow, place: number) {
        const values = row.values;
        row.fresh = { key: `plans/${this.plan}/new/${random_key()}` };
        row.begin({ version: 0, values: empty_values(this.periods, this.own) });
        this.rows.splice(Math.min(place, this.rows.length), 0, row);
        this.keep_fresh();
        row.set(values);
        this.tell();
    }

    // A block that was pasted, as one step to undo.
    take_block(block: Block, first_phase: string): Partial<Step> {
        const changes: FieldChange[] = [];
        const added: string[] = [];
        for (const { row: at, fields } of block.rows) {
            const row = this.rows[at];
            if (!row) {
                const phase = this.rows.at(-1)?.values["phase"] || first_phase;
                added.push(this.add({ phase, ...fields }).key);
                continue;
            }
            changes.push(...changes_between(row.key, row.values, { ...row.values, ...fields }));
            row.set(fields);
        }
        return { changes, added };
    }

    // Grows with each row that was saved.
    get version_sum() {
        return this.rows.reduce((sum, row) => sum + row.keeper.base.version, 0);
    }

    // What others saved meanwhile; rows that are here keep what is typed in them.
    renew(actions: Action[]) {
        const known = new Map(this.rows.map((row) => [row.id, row]));
        for (const action of actions) {
            const row = known.get(action.id);
            if (!row) this.rows.push(this.row_of(action));
            else {
                row.keeper.renew({
                    version: action.version,
                    values: values_of(action, this.periods, this.own),
                });
                row.redraw();
            }
        }
        this.tell();
    }

    tell() {
        this.on_change();
    }

    faults_of(values: Fields): { column: Column; text: string }[] {
        return this.columns.flatMap((column) => {
            const text = column.fault(values);
            return text ? [{ column, text }] : [];
        });
    }

    async read(row: MatrixRow): Promise<Saved> {
        return this.saved(await fetch_json<Action>(`/api/v1/actions/${row.id}`));
    }

    private saved = (action: Action): Saved => ({
        version: action.version,
        values: values_of(action, this.periods, this.own),
    });

    async write(row: MatrixRow, changes: Fields, version: number): Promise<Saved> {
        const all = { ...row.keeper.base.values, ...changes };
        if (row.fresh && (!all["title"] || !all["phase"]))
            throw new Problem(422, { detail: say.incomplete, code: incomplete });
        const wrong = this.faults_of(all).filter(({ column }) =>
            column.fields.some((field) => field in changes),
        );
        if (wrong.length)
            throw new Problem(422, {
                title: say.mend,
                detail: wrong[0]!.text,
                errors: wrong.map(({ column, text }) => ({
                    pointer: `/${column.fields.find((field) => field in changes)}`,
                    detail: text,
                })),
            });
        return row.fresh
            ? this.create(row, row.fresh, all)
            : this.patch(row, changes, all, version);
    }

    private async patch(row: MatrixRow, changes: Fields, all: Fields, version: number) {
        const action = await fetch_json<Action>(`/api/v1/actions/${row.id}`, {
            method: "PATCH",
            headers: { ...json, ...if_match(version) },
            body: JSON.stringify(body_of(changes, all, this.periods)),
        });
        return this.saved(action);
    }

    // What was sent once is sent again word by word until there is an answer, so that a lost answer
    // does not make a second row; what was typed since follows as a change. One after the other, so
    // that the server numbers them in their order.
    private async create(row: MatrixRow, fresh: NewRow, all: Fields): Promise<Saved> {
        fresh.sent ??= all;
        this.keep_fresh();
        const sent = fresh.sent;
        const post = this.creating.then(() =>
            fetch_json<Action>(`/api/v1/plans/${this.plan}/actions`, {
                method: "POST",
                headers: { ...json, ...once(fresh.key.split("/").pop()) },
                body: JSON.stringify(body_of(sent, sent, this.periods)),
            }),
        );
        this.creating = post.catch(() => undefined);
        let made: Action;
        try {
            made = await post;
        } catch (fault) {
            const status = (fault as Problem).status ?? 0;
            const is_refused = status >= 400 && status < 429 && status !== 401;
            if (is_refused) delete fresh.sent;
            this.keep_fresh();
            throw fault;
        }
        forget(fresh.key);
        row.id = made.id;
        row.fresh = null;
        this.keep_fresh();
        const rest = changed(sent, all);
        if (!Object.keys(rest).length) return this.saved(made);
        return this.patch(row, rest, { ...this.saved(made).values, ...rest }, made.version);
    }

    // Everything that can be sent, now. False when something could not.
    async flush(): Promise<boolean> {
        const open = this.rows.filter((row) => row.keeper.state !== "saved");
        const done = await Promise.all(open.map((row) => row.keeper.flush()));
        return done.every(Boolean);
    }
}
