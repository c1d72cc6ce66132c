// Token: programs that ask in my name, what each opens, until when; a new one, told once; the end of
// one. Administrators look after those of the people of a region as well.
import { useState } from "preact/hooks";
import { Empty, ErrorSummary, Field, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { StepUp } from "../parts/step_up";
import { Table } from "../parts/table";
import { wants_step_up } from "../server/commands";
import { use_list } from "../server/reading";
import { has_role, type Shapes } from "../words/first";
import { moment } from "../words/format";
import { words } from "../words/words";
import { own_region, region_of, RegionChoice } from "./choices";
import { Input } from "./input";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        mine: "Token saya",
        why:
            "Dengan token, sebuah program (dasbor, lembar kerja, aplikasi daerah) membaca atau " +
            "melaporkan atas nama Anda tanpa kata sandi. Token tidak pernah membuka lebih dari " +
            "wewenang Anda, dan tidak dapat menyetujui atau mengesahkan.",
        none: "Anda belum punya token.",
        of_region: "Token orang lain",
        none_of_region: "Tidak ada token di wilayah ini.",
        name: "Nama",
        holder: "Atas nama",
        opens: "Membuka",
        region: "Wilayah",
        everywhere: "sejauh wewenang",
        used: "Terakhir dipakai",
        never: "belum pernah",
        until: "Berlaku sampai",
        over: "sudah berakhir",
        read: "Membaca",
        read_hint: "Rencana, target, laporan, dan berkas yang dapat Anda lihat.",
        report: "Melaporkan",
        report_hint: "Juga mengisi, melampirkan bukti, dan melaporkan target; termasuk membaca.",
        directory: "Direktori",
        directory_hint: "Orang, jabatan, perangkat daerah, dan hari libur.",
        everything: "Semua wewenang, kecuali keputusan",
        fresh: "Token baru",
        name_hint: "Untuk apa: nama program atau mitra.",
        scopes: "Membuka",
        region_hint: "Tidak ada di luar wilayah ini yang terbuka.",
        days: "Berlaku",
        for_days: (days: string | number) => `${days} hari`,
        make: "Buat token",
        made: (name: string | number) => `Token ${name}`,
        made_why:
            "Salin sekarang: hanya ditampilkan sekali. Kirim sebagai header " +
            "Authorization: Bearer …, dan simpan seperti kata sandi.",
        seen: "Sudah saya simpan",
        revoke: "Cabut",
        revoke_of: (name: string | number) => `Cabut ${name}`,
        revoke_why: "Program yang memakainya tidak dapat masuk lagi sejak saat ini.",
        revoked: (name: string | number) => `Token ${name} dicabut.`,
        keep: "Batal",
    },
    en: {
        mine: "My tokens",
        why:
            "With a token a program (a dashboard, a spreadsheet, a regional application) reads or " +
            "reports in your name without your password. It never opens more than your rights, " +
            "and can neither approve nor sign off.",
        none: "You have no token yet.",
        of_region: "Tokens of others",
        none_of_region: "There is no token in this region.",
        name: "Name",
        holder: "In the name of",
        opens: "Opens",
        region: "Region",
        everywhere: "as far as the rights go",
        used: "Last used",
        never: "never",
        until: "Good until",
        over: "has ended",
        read: "Reading",
        read_hint: "Plans, targets, reports and files that you can see.",
        report: "Reporting",
        report_hint: "Filling in, evidence and reporting of targets as well; reading included.",
        directory: "Directory",
        directory_hint: "People, posts, agencies and days off.",
        everything: "All rights, but decisions",
        fresh: "New token",
        name_hint: "What it is for: the program or partner.",
        scopes: "Opens",
        region_hint: "Nothing outside this region is open.",
        days: "Good for",
        for_days: (days: string | number) => `${days} days`,
        make: "Make the token",
        made: (name: string | number) => `Token ${name}`,
        made_why:
            "Copy it now: it is shown once only. Send it as the header Authorization: Bearer …, " +
            "and keep it like a password.",
        seen: "I have kept it",
        revoke: "Revoke",
        revoke_of: (name: string | number) => `Revoke ${name}`,
        revoke_why: "The program that uses it cannot come in any more from now on.",
        revoked: (name: string | number) => `Token ${name} was revoked.`,
        keep: "Cancel",
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

export function Tokens(asked: { query: URLSearchParams }) {
    return (
        <>
            <Mine />
            {has_role("administrator") && <OfRegion region={region_of(asked.query)} />}
        </>
    );
}

function Mine() {
    const tokens = use_list<Token>("tokens?limit=200");
    const [made, show] = useState<Token | null>(null);
    return (
        <section class="card" aria-labelledby="my-tokens">
            <h2 id="my-tokens">{say.mine}</h2>
            <p>{say.why}</p>
            <Read from={tokens}>
                {(all) => (
                    <>
                        {all.length ? (
                            <TokenTable title={say.mine} tokens={all} on_change={tokens.reload} />
                        ) : (
                            <Empty>{say.none}</Empty>
                        )}
                        <NewToken
                            on_made={async (token) => {
                                show(token);
                                await tokens.reload();
                            }}
                        />
                        {made && <Secret token={made} on_close={() => show(null)} />}
                    </>
                )}
            </Read>
        </section>
    );
}

function OfRegion(asked: { region: string }) {
    const tokens = use_list<Token>(`tokens?limit=200&region=${asked.region}`);
    return (
        <section class="card" aria-labelledby="tokens-of-region">
            <h2 id="tokens-of-region">{say.of_region}</h2>
            <div class="filters">
                <RegionChoice region={asked.region} />
            </div>
            <Read from={tokens}>
                {(all) =>
                    all.length ? (
                        <TokenTable
                            title={say.of_region}
                            tokens={all}
                            on_change={tokens.reload}
                            of_others
                        />
                    ) : (
                        <Empty>{say.none_of_region}</Empty>
                    )
                }
            </Read>
        </section>
    );
}

const opened = (token: Token) =>
    token.scopes ? token.scopes.map((scope) => say[scope]).join(", ") : say.everything;

function TokenTable(asked: {
    title: string;
    tokens: Token[];
    on_change: () => Promise<void>;
    of_others?: boolean;
}) {
    const [leaving, ask] = useState<Token | null>(null);
    return (
        <>
            <Table
                title={asked.title}
                rows={asked.tokens}
                key_of={(each) => each.id}
                columns={[
                    { title: say.name, of: (each) => each.name },
                    asked.of_others === true && { title: say.holder, of: (each) => each.user.name },
                    { title: say.opens, of: opened },
                    { title: say.region, of: (each) => each.region?.name ?? say.everywhere },
                    {
                        title: say.used,
                        of: (each) => (each.used_at ? moment(each.used_at) : say.never),
                    },
                    {
                        title: say.until,
                        of: (each) => (
                            <>
                                {moment(each.until)}
                                {each.expired && <strong> ({say.over})</strong>}
                            </>
                        ),
                    },
                    {
                        title: say.revoke,
                        kind: "buttons",
                        of: (each) => (
                            <button
                                type="button"
                                aria-label={say.revoke_of(each.name)}
                                onClick={() => ask(each)}
                            >
                                {say.revoke}
                            </button>
                        ),
                    },
                ]}
            />
            {leaving && (
                <Revoke
                    token={leaving}
                    on_close={() => ask(null)}
                    on_done={async () => {
                        ask(null);
                        await asked.on_change();
                    }}
                />
            )}
        </>
    );
}

function Revoke(asked: { token: Token; on_close: () => void; on_done: () => Promise<void> }) {
    const sending = use_sending();
    const revoke = () =>
        sending.run(async () => {
            const { id, version, name } = asked.token;
            await send("DELETE", `tokens/${id}`, undefined, version);
            await asked.on_done();
            return say.revoked(name);
        });
    return (
        <Dialog title={say.revoke_of(asked.token.name)} on_close={asked.on_close}>
            <ErrorSummary problem={sending.problem} />
            <p>{say.revoke_why}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="primary"
                    disabled={sending.is_busy}
                    onClick={() => void revoke()}
                >
                    {say.revoke}
                </button>
                <button type="button" onClick={asked.on_close}>
                    {say.keep}
                </button>
            </div>
        </Dialog>
    );
}

function Secret(asked: { token: Token; on_close: () => void }) {
    return (
        <Dialog title={say.made(asked.token.name)} on_close={asked.on_close}>
            <input
                readOnly
                value={asked.token.token ?? ""}
                aria-labelledby="dialog-title"
                autoFocus
                onFocus={(event) => event.currentTarget.select()}
            />
            <p>{say.made_why}</p>
            <div class="buttons">
                <button type="button" class="primary" onClick={asked.on_close}>
                    {say.seen}
                </button>
            </div>
        </Dialog>
    );
}

// A token is as good as a sign-in, so a recent one is asked for before it is made.
function NewToken(asked: { on_made: (token: Token) => Promise<void> }) {
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
