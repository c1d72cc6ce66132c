// A new token: what it opens, where, for how long.
import { useState } from "preact/hooks";
import { ErrorSummary, Field } from "../parts/basics";
import { StepUp } from "../parts/step_up";
import { wants_step_up } from "../server/commands";
import { use_list } from "../server/reading";
import type { Shapes } from "../words/first";
import { words } from "../words/words";
import { own_region } from "./choices";
import { Input } from "./input";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        name: "Nama",
        region: "Wilayah",
        everywhere: "sejauh wewenang",
        read: "Membaca",
        read_hint:
            "Semua yang dapat Anda lihat: rencana, target, laporan, berkas, tugas, surel, orang, dan jabatan.",
        report: "Melaporkan",
        report_hint: "Juga mengisi, melampirkan bukti, dan melaporkan target; termasuk membaca.",
        directory: "Direktori",
        directory_hint:
            "Membaca dan mengubah orang, kode aktivasinya, jabatan, perangkat daerah, hari libur, dan tanggal periode.",
        fresh: "Token baru",
        name_hint: "Untuk apa: nama program atau mitra.",
        scopes: "Membuka",
        region_hint: "Tidak ada di luar wilayah ini yang terbuka.",
        days: "Berlaku",
        for_days: (days: string | number) => `${days} hari`,
        make: "Buat token",
    },
    en: {
        name: "Name",
        region: "Region",
        everywhere: "as far as the rights go",
        read: "Reading",
        read_hint:
            "All that you can see: plans, targets, reports, files, tasks, mails, people and posts.",
        report: "Reporting",
        report_hint: "Filling in, evidence and reporting of targets as well; reading included.",
        directory: "Directory",
        directory_hint:
            "Reading and changing people, their activation codes, posts, agencies, days off and the dates of periods.",
        fresh: "New token",
        name_hint: "What it is for: the program or partner.",
        scopes: "Opens",
        region_hint: "Nothing outside this region is open.",
        days: "Good for",
        for_days: (days: string | number) => `${days} days`,
        make: "Make the token",
    },
});

type Token = Shapes["token"];
// Of the scopes, in the order in which they are offered.
const hints = {
    read: say.read_hint,
    report: say.report_hint,
    directory: say.directory_hint,
};
type Scope = keyof typeof hints;
const scopes = Object.keys(hints) as Scope[];
const lengths = [30, 90, 180, 365];

// What a token opens and where, as its table says it too.
export const scope_words = { read: say.read, report: say.report, directory: say.directory };
export const no_region = say.everywhere;

// A token is as good as a sign-in, so a recent one is asked for before it is made.
export function NewToken(asked: { on_made: (token: Token) => Promise<void> }) {
    const [name, type_name] = useState("");
    const [wanted, want] = useState<Scope[]>(["read"]);
    const [region, choose_region] = useState("");
    const [days, choose_days] = useState("90");
    const [is_asked, ask_proof] = useState(false);
    const sending = use_sending();
    async function make() {
        ask_proof(false);
        await sending.run(async () => {
            const body = { name, scopes: wanted, region: region || null, days: Number(days) };
            let made;
            try {
                made = await send<Token>("POST", "tokens", body);
            } catch (fault) {
                if (!wants_step_up(fault)) throw fault;
                return ask_proof(true);
            }
            type_name("");
            await asked.on_made(made);
        });
    }
    const toggle = (scope: Scope) =>
        want(wanted.includes(scope) ? wanted.filter((it) => it !== scope) : [...wanted, scope]);
    return (
        <details>
            <summary>{say.fresh}</summary>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void make();
                }}
            >
                <ErrorSummary problem={sending.problem} field_of={field_of("token")} />
                <Input
                    form="token"
                    name="name"
                    label={say.name}
                    hint={say.name_hint}
                    value={name}
                    on_text={type_name}
                    sending={sending}
                    is_required
                />
                <fieldset id="token-scopes" tabIndex={-1}>
                    <legend>{say.scopes}</legend>
                    {sending.fault_of("scopes") && (
                        <p class="fault">{sending.fault_of("scopes")}</p>
                    )}
                    {scopes.map((scope) => (
                        <label key={scope} class="check">
                            <input
                                type="checkbox"
                                checked={wanted.includes(scope)}
                                onChange={() => toggle(scope)}
                            />
                            <span>
                                {say[scope]} <span class="hint">{hints[scope]}</span>
                            </span>
                        </label>
                    ))}
                </fieldset>
                <div class="pair">
                    <Region
                        value={region}
                        on_text={choose_region}
                        fault={sending.fault_of("region")}
                    />
                    <Input
                        form="token"
                        name="days"
                        label={say.days}
                        value={days}
                        on_text={choose_days}
                        sending={sending}
                    >
                        {lengths.map((each) => (
                            <option key={each} value={each}>
                                {say.for_days(each)}
                            </option>
                        ))}
                    </Input>
                </div>
                <div class="buttons">
                    <button class="primary" disabled={sending.is_busy}>
                        {say.make}
                    </button>
                </div>
            </form>
            {is_asked && <StepUp on_close={() => ask_proof(false)} on_proved={() => void make()} />}
        </details>
    );
}

// My region and those below it; none is as far as my posts reach.
function Region(asked: { value: string; on_text: (code: string) => void; fault: string | null }) {
    const regions = use_list<{ code: string; name: string }>("regions?limit=200");
    const own = own_region();
    const shown = (regions.data ?? []).filter(
        ({ code }) => own === "00" || code === own || code.startsWith(`${own}.`),
    );
    return (
        <Field id="token-region" label={say.region} hint={say.region_hint} fault={asked.fault}>
            <select
                id="token-region"
                value={asked.value}
                aria-describedby="token-region-hint"
                onChange={(event) => asked.on_text(event.currentTarget.value)}
            >
                <option value="">{say.everywhere}</option>
                {shown.map((each) => (
                    <option key={each.code} value={each.code}>
                        {each.name}
                    </option>
                ))}
            </select>
        </Field>
    );
}
