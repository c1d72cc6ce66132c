// Token: programs that ask in my name, what each opens, until when; a new one, told once; the end of
// one. Administrators look after those of the people of a region as well.
import { useState } from "preact/hooks";
import { Empty, ErrorSummary, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { has_role, type Shapes } from "../words/first";
import { moment } from "../words/format";
import { words } from "../words/words";
import { region_of, RegionChoice } from "./choices";
import { NewToken, no_region, scope_words } from "./new_token";
import { send, use_sending } from "./sending";
import { ShownOnce } from "./shown_once";

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
        used: "Terakhir dipakai",
        never: "belum pernah",
        until: "Berlaku sampai",
        over: "sudah berakhir",
        everything: "Semua wewenang, kecuali keputusan",
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
        used: "Last used",
        never: "never",
        until: "Good until",
        over: "has ended",
        everything: "All rights, but decisions",
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
                        {made && (
                            <ShownOnce
                                title={say.made(made.name)}
                                secret={made.token ?? ""}
                                why={say.made_why}
                                seen={say.seen}
                                on_close={() => show(null)}
                            />
                        )}
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
    token.scopes ? token.scopes.map((scope) => scope_words[scope]).join(", ") : say.everything;

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
                    { title: say.region, of: (each) => each.region?.name ?? no_region },
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
