// Perangkat daerah: the agencies that may lead or support, with their dates; a new one, a changed
// one.
import { useState } from "preact/hooks";
import { ErrorSummary, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { fetch_json, Problem } from "../server/server";
import { use_kept } from "../typed/kept";
import { has_role, me, type Shapes } from "../words/first";
import { day } from "../words/format";
import { words } from "../words/words";
import { Input } from "./input";
import { SearchLine } from "./search_line";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        title: "Perangkat daerah",
        search: "Cari nama atau wilayah",
        name: "Nama",
        short_name: "Nama singkat",
        kind: "Jenis",
        region: "Wilayah (kode)",
        valid_from: "Berlaku sejak",
        valid_to: "Sampai",
        fresh: "Perangkat daerah baru",
        make: "Tambahkan",
        made: (name: string | number) => `${name} ditambahkan.`,
        edit: "Ubah",
        edit_of: (name: string | number) => `Ubah ${name}`,
        save: "Simpan",
        saved: "Tersimpan.",
        kesbangpol: "Kesbangpol (sekretariat)",
        opd: "Perangkat daerah",
        vertical: "Instansi vertikal",
        forum: "Forum",
    },
    en: {
        title: "Agencies",
        search: "Search a name or region",
        name: "Name",
        short_name: "Short name",
        kind: "Kind",
        region: "Region (code)",
        valid_from: "Valid from",
        valid_to: "Until",
        fresh: "New agency",
        make: "Add",
        made: (name: string | number) => `${name} was added.`,
        edit: "Change",
        edit_of: (name: string | number) => `Change ${name}`,
        save: "Save",
        saved: "Saved.",
        kesbangpol: "Kesbangpol (secretariat)",
        opd: "Regional agency",
        vertical: "Vertical agency",
        forum: "Forum",
    },
});

type Agency = Shapes["agency"];
const kinds = ["opd", "vertical", "forum", "kesbangpol"] as const;

export function Agencies(asked: { search: string }) {
    const agencies = use_list<Agency>("agencies?limit=200");
    const [edited, edit] = useState<Agency | null>(null);
    const keeps = has_role("administrator");
    const wanted = asked.search.toLowerCase();
    return (
        <Read from={agencies}>
            {(all) => (
                <>
                    {keeps && (
                        <details class="card">
                            <summary>{say.fresh}</summary>
                            <AgencyForm on_done={agencies.reload} />
                        </details>
                    )}
                    <SearchLine title={say.search} text={asked.search} />
                    <AgencyTable
                        agencies={all.filter((each) =>
                            `${each.name} ${each.short_name} ${each.region?.name}`
                                .toLowerCase()
                                .includes(wanted),
                        )}
                        on_edit={keeps ? edit : null}
                    />
                    {edited && (
                        <Dialog title={say.edit_of(edited.name)} on_close={() => edit(null)}>
                            <AgencyForm
                                former={edited}
                                on_done={async () => {
                                    edit(null);
                                    await agencies.reload();
                                }}
                            />
                        </Dialog>
                    )}
                </>
            )}
        </Read>
    );
}

function AgencyTable(asked: { agencies: Agency[]; on_edit: ((agency: Agency) => void) | null }) {
    return (
        <Table
            title={say.title}
            rows={asked.agencies}
            key_of={(each) => each.id}
            columns={[
                {
                    title: say.name,
                    of: (each) => (
                        <>
                            {each.name} <span class="hint">{each.short_name}</span>
                        </>
                    ),
                },
                {
                    title: say.kind,
                    of: (each) => say[each.kind as (typeof kinds)[number]] ?? each.kind,
                },
                {
                    title: say.region,
                    of: (each) => (
                        <>
                            {each.region?.name} <span class="hint">{each.region?.code}</span>
                        </>
                    ),
                },
                { title: say.valid_from, of: (each) => day(each.valid_from) },
                { title: say.valid_to, of: (each) => day(each.valid_to) },
                asked.on_edit !== null && {
                    title: say.edit,
                    kind: "buttons",
                    of: (each) => (
                        <button
                            type="button"
                            aria-label={say.edit_of(each.name)}
                            onClick={() => asked.on_edit?.(each)}
                        >
                            {say.edit}
                        </button>
                    ),
                },
            ]}
        />
    );
}

// What is typed is sent with the version that it was typed on; what another saved meanwhile is told
// once, and then mine to overwrite.
function AgencyForm(asked: { former?: Agency; on_done: () => Promise<void> }) {
    const { former } = asked;
    const form = use_kept<Record<string, string>>(`settings/agency/${former?.id ?? "new"}/typed`, {
        version: String(former?.version ?? ""),
        name: former?.name ?? "",
        short_name: former?.short_name ?? "",
        kind: former?.kind ?? "opd",
        region: me.appointments.find((each) => each.role === "administrator")?.region?.code ?? "",
        valid_to: former?.valid_to ?? "",
    });
    const sending = use_sending();
    const form_name = former ? "agency-change" : "agency"; // both may be on the page
    const input = (name: "name" | "short_name" | "region" | "valid_to", type?: "date") => (
        <Input
            form={form_name}
            name={name}
            label={say[name]}
            type={type}
            value={form.value[name] ?? ""}
            on_text={(text) => form.set({ ...form.value, [name]: text })}
            sending={sending}
            is_required={name !== "valid_to"}
        />
    );
    async function meet(fault: unknown, id: string) {
        if (!(fault instanceof Problem) || fault.status !== 412) return;
        const theirs = await fetch_json<Agency>(`/api/v1/agencies/${id}`);
        form.set({ ...form.value, version: String(theirs.version) });
    }
    async function change(id: string, changes: object, version: number) {
        try {
            await send("PATCH", `agencies/${id}`, changes, version);
        } catch (fault) {
            await meet(fault, id);
            throw fault;
        }
    }
    async function save(event: Event) {
        event.preventDefault();
        const { version, region, valid_to, ...rest } = form.value;
        await sending.run(async () => {
            if (former)
                await change(former.id, { ...rest, valid_to: valid_to || null }, Number(version));
            else await send("POST", "agencies", { ...rest, region });
            form.clear();
            await asked.on_done();
            return former ? say.saved : say.made(rest["name"] ?? "");
        });
    }
    return (
        <form onSubmit={(event) => void save(event)}>
            <ErrorSummary problem={sending.problem} field_of={field_of(form_name)} />
            <div class="pair">
                {input("name")}
                {input("short_name")}
                <Input
                    form={form_name}
                    name="kind"
                    label={say.kind}
                    value={form.value["kind"] ?? "opd"}
                    on_text={(kind) => form.set({ ...form.value, kind })}
                    sending={sending}
                >
                    {kinds.map((each) => (
                        <option key={each} value={each}>
                            {say[each]}
                        </option>
                    ))}
                </Input>
                {former ? input("valid_to", "date") : input("region")}
            </div>
            <div class="buttons">
                <button class="primary" disabled={sending.is_busy}>
                    {former ? say.save : say.make}
                </button>
            </div>
        </form>
    );
}
