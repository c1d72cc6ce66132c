// Pesan: the ledger of what was sent to whom, how often it was tried, and what failed.
import { Empty, ErrorSummary, Read } from "../parts/basics";
import { set_query } from "../parts/route";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { has_role, type Shapes } from "../words/first";
import { day, moment } from "../words/format";
import { words } from "../words/words";
import { SearchLine } from "./search_line";
import { send, use_sending } from "./sending";

const say = words({
    id: {
        title: "Pesan",
        search: "Cari penerima, alamat, atau perihal",
        state: "Status",
        all: "Semua",
        to: "Kepada",
        subject: "Perihal",
        at: "Waktu kirim",
        attempts: "Percobaan",
        none: "Belum ada pesan.",
        no_subject: "(perihal tidak ditampilkan)",
        planned: "direncanakan",
        ready: "siap dikirim",
        sent: "terkirim",
        sending: "sedang dikirim",
        dead: "gagal",
        dropped: "tidak jadi dikirim",
        again: "Kirim lagi",
        again_to: (name: string | number) => `Kirim lagi kepada ${name}`,
        will_leave: (name: string | number) => `Pesan kepada ${name} akan dikirim lagi.`,
        stuck: (count: string | number) =>
            `${count} pesan tertahan: server surel belum menerimanya. Dicoba lagi dengan ` +
            "sendirinya; sebab terakhir:",
        failed: (count: string | number) =>
            `${count} pesan gagal. Perbaiki alamatnya, lalu tekan Kirim lagi.`,
        count: (count: string | number) => `${count} hal`,
    },
    en: {
        title: "Messages",
        search: "Search a recipient, address or subject",
        state: "State",
        all: "All",
        to: "To",
        subject: "Subject",
        at: "To be sent",
        attempts: "Attempts",
        none: "No messages yet.",
        no_subject: "(subject not shown)",
        planned: "planned",
        ready: "ready to send",
        sent: "sent",
        sending: "being sent",
        dead: "failed",
        dropped: "not sent after all",
        again: "Send again",
        again_to: (name: string | number) => `Send again to ${name}`,
        will_leave: (name: string | number) => `The message to ${name} will be sent again.`,
        stuck: (count: string | number) =>
            `${count} messages are held up: the mail server has not taken them. They are tried ` +
            "again by themselves; the last reason:",
        failed: (count: string | number) =>
            `${count} messages have failed. Mend their addresses, then press Send again.`,
        count: (count: string | number) => `${count} items`,
    },
});

export type Message = Shapes["message"] & { last_error?: string | null };

export const message_state = (state: string) =>
    (say as unknown as Record<string, string>)[state] ?? state;

// What an operator should know before reading rows: what is held up, and what was given up.
function Troubles(asked: { messages: Message[] }) {
    const stuck = asked.messages.filter((each) => each.state === "ready" && each.last_error);
    const failed = asked.messages.filter((each) => each.state === "dead");
    if (!stuck.length && !failed.length) return null;
    return (
        <div class="card" role="status">
            {stuck.length > 0 && (
                <p>
                    {say.stuck(stuck.length)} {stuck.at(-1)?.last_error}
                </p>
            )}
            {failed.length > 0 && <p>{say.failed(failed.length)}</p>}
        </div>
    );
}

export function Messages(asked: { search: string; state: string | null }) {
    const messages = use_list<Message>("messages?limit=200");
    const wanted = asked.search.toLowerCase();
    return (
        <Read from={messages}>
            {(all) => {
                const states = [...new Set(all.map((each) => each.state))];
                const shown = all
                    .filter((each) => !asked.state || each.state === asked.state)
                    .filter((each) =>
                        `${each.to.user.name} ${each.to.addresses.join(" ")} ${each.subject ?? ""}`
                            .toLowerCase()
                            .includes(wanted),
                    )
                    .reverse();
                if (!all.length) return <Empty>{say.none}</Empty>;
                return (
                    <>
                        <Troubles messages={all} />
                        <SearchLine title={say.search} text={asked.search} />
                        <div class="chips" role="group" aria-label={say.state}>
                            {[null, ...states].map((state) => (
                                <button
                                    key={state}
                                    type="button"
                                    class="chip"
                                    aria-pressed={asked.state === state}
                                    onClick={() => set_query({ status: state })}
                                >
                                    {state ? message_state(state) : say.all}{" "}
                                    <span class="count">
                                        {
                                            all.filter((each) => !state || each.state === state)
                                                .length
                                        }
                                    </span>
                                </button>
                            ))}
                        </div>
                        <MessageTable
                            messages={shown.slice(0, rows_most)}
                            on_sent={messages.reload}
                        />
                    </>
                );
            }}
        </Read>
    );
}

const rows_most = 300; // beyond them one searches

function SendAgain(asked: { message: Message; on_sent: () => Promise<unknown> }) {
    const sending = use_sending();
    const { name } = asked.message.to.user;
    const press = () =>
        sending.run(async () => {
            await send("POST", `messages/${asked.message.id}/commands/send_again`, {});
            await asked.on_sent();
            return say.will_leave(name);
        });
    return (
        <>
            <button
                type="button"
                aria-label={say.again_to(name)}
                disabled={sending.is_busy}
                onClick={() => void press()}
            >
                {say.again}
            </button>
            <ErrorSummary problem={sending.problem} />
        </>
    );
}

function MessageTable(asked: { messages: Message[]; on_sent: () => Promise<unknown> }) {
    const may_send = has_role("administrator", "secretariat");
    return (
        <Table
            title={say.title}
            rows={asked.messages}
            key_of={(each, at) => each.id ?? at}
            columns={[
                {
                    title: say.at,
                    of: (each) => (
                        <time dateTime={each.due_instant}>{moment(each.due_instant)}</time>
                    ),
                },
                {
                    title: say.to,
                    kind: "name",
                    of: (each) => (
                        <>
                            {each.to.user.name}
                            <span class="hint"> {each.to.addresses.join(", ")}</span>
                        </>
                    ),
                },
                {
                    title: say.subject,
                    of: (each) => (
                        <>
                            {each.subject ?? say.no_subject}
                            <span class="hint"> · {say.count(each.items.length)}</span>
                            {each.items[0]?.due && (
                                <span class="hint"> · {day(each.items[0].due)}</span>
                            )}
                        </>
                    ),
                },
                {
                    title: say.state,
                    of: (each) => (
                        <>
                            <span class={each.last_error ? "fault" : undefined}>
                                {message_state(each.state)}
                            </span>
                            {each.last_error && <p class="hint">{each.last_error}</p>}
                            {[...new Set(each.items.map((item) => item.dropped))].map(
                                (why) => why && <p class="hint">{why}</p>,
                            )}
                        </>
                    ),
                },
                {
                    title: say.attempts,
                    kind: "number",
                    of: (each) => String(each.attempts ?? "–"),
                },
                may_send && {
                    title: say.again,
                    kind: "buttons",
                    of: (each) =>
                        each.state === "dead" && (
                            <SendAgain message={each} on_sent={asked.on_sent} />
                        ),
                },
            ]}
        />
    );
}
