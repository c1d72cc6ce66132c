// Jabatan: who holds which post from when to when; a new one, handing one over, ending one today.
import { useState } from "preact/hooks";
import { ErrorSummary, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { set_query } from "../parts/route";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { has_role, me, roles, type Shapes } from "../words/first";
import { day, today } from "../words/format";
import { words } from "../words/words";
import type { User } from "./people";
import { PostForm, type Post } from "./post_form";
import { SearchLine } from "./search_line";
import { send, use_sending } from "./sending";

const say = words({
    id: {
        title: "Jabatan",
        search: "Cari nama, jabatan, atau perangkat daerah",
        past: "Termasuk yang sudah berakhir",
        role: "Jabatan",
        at: "Pada",
        person: "Pemegang",
        dates: "Masa",
        acting: "Plt/Plh",
        from: "sejak",
        until: "sampai",
        hand_over: "Serahkan",
        hand_over_of: (role: string | number, name: string | number) => `Serahkan ${role}, ${name}`,
        end: "Akhiri",
        end_of: (name: string | number) => `Akhiri jabatan ${name}`,
        end_why: (role: string | number, at: string | number) =>
            `Jabatan ${role} pada ${at} berakhir hari ini.`,
        end_now: "Akhiri hari ini",
        ended: "Jabatan diakhiri hari ini.",
        cancel: "Batal",
        fresh: "Jabatan baru",
    },
    en: {
        title: "Posts",
        search: "Search a name, post or agency",
        past: "With those that ended",
        role: "Post",
        at: "At",
        person: "Holder",
        dates: "Dates",
        acting: "acting",
        from: "since",
        until: "until",
        hand_over: "Hand over",
        hand_over_of: (role: string | number, name: string | number) =>
            `Hand over ${role}, ${name}`,
        end: "End",
        end_of: (name: string | number) => `End the post of ${name}`,
        end_why: (role: string | number, at: string | number) =>
            `The post ${role} at ${at} ends today.`,
        end_now: "End it today",
        ended: "The post ends today.",
        cancel: "Cancel",
        fresh: "New post",
    },
});

const role_title = (role: string) => roles[role] ?? role;
const place_title = (post: Post) => post.agency?.name ?? post.region?.name ?? "";

export function Posts(asked: { search: string; with_past: boolean }) {
    const posts = use_list<Post>(
        `appointments?limit=200${asked.with_past ? "" : `&day=${today()}`}`,
    );
    const keeps = has_role("administrator");
    const users = use_list<User>(keeps ? "users?limit=200" : null);
    const agencies = use_list<Shapes["agency"]>(keeps ? "agencies?limit=200" : null);
    const [handed, hand_over] = useState<Post | null>(null);
    const [ended, end] = useState<Post | null>(null);
    const wanted = asked.search.toLowerCase();
    const people = (users.data ?? []).filter((user) => !user.disabled);
    return (
        <Read from={posts}>
            {(all) => (
                <>
                    {keeps && (
                        <details class="card">
                            <summary>{say.fresh}</summary>
                            <PostForm
                                users={people}
                                agencies={agencies.data ?? []}
                                on_done={posts.reload}
                            />
                        </details>
                    )}
                    <div class="filters">
                        <SearchLine title={say.search} text={asked.search} />
                        <label class="check">
                            <input
                                type="checkbox"
                                checked={asked.with_past}
                                onChange={() => set_query({ lampau: asked.with_past ? null : "1" })}
                            />
                            {say.past}
                        </label>
                    </div>
                    <PostTable
                        posts={all.filter((post) =>
                            `${post.user.name} ${role_title(post.role)} ${place_title(post)}`
                                .toLowerCase()
                                .includes(wanted),
                        )}
                        keeps={keeps}
                        on_hand_over={hand_over}
                        on_end={end}
                    />
                    {handed && (
                        <Dialog
                            title={say.hand_over_of(role_title(handed.role), place_title(handed))}
                            on_close={() => hand_over(null)}
                        >
                            <PostForm
                                former={handed}
                                users={people.filter((user) => user.id !== handed.user.id)}
                                agencies={agencies.data ?? []}
                                on_done={async () => {
                                    hand_over(null);
                                    await posts.reload();
                                }}
                            />
                        </Dialog>
                    )}
                    {ended && (
                        <EndPost
                            post={ended}
                            on_close={() => end(null)}
                            on_done={async () => {
                                end(null);
                                await posts.reload();
                            }}
                        />
                    )}
                </>
            )}
        </Read>
    );
}

function PostTable(asked: {
    posts: Post[];
    keeps: boolean;
    on_hand_over: (post: Post) => void;
    on_end: (post: Post) => void;
}) {
    const is_over = (post: Post) => post.to !== null && post.to <= today();
    const buttons = (post: Post) =>
        !is_over(post) && (
            <span class="pair-of-buttons">
                <button
                    type="button"
                    aria-label={say.hand_over_of(role_title(post.role), post.user.name)}
                    onClick={() => asked.on_hand_over(post)}
                >
                    {say.hand_over}
                </button>
                {post.user.id !== me.id && (
                    <button
                        type="button"
                        aria-label={say.end_of(post.user.name)}
                        onClick={() => asked.on_end(post)}
                    >
                        {say.end}
                    </button>
                )}
            </span>
        );
    return (
        <Table
            title={say.title}
            rows={asked.posts}
            key_of={(post) => post.id}
            columns={[
                { title: say.person, of: (post) => post.user.name },
                {
                    title: say.role,
                    of: (post) => (
                        <>
                            {role_title(post.role)}
                            {post.acting && <span class="hint"> ({say.acting})</span>}
                        </>
                    ),
                },
                { title: say.at, of: place_title },
                {
                    title: say.dates,
                    of: (post) =>
                        `${say.from} ${day(post.from)}${post.to ? ` ${say.until} ${day(post.to)}` : ""}`,
                },
                asked.keeps && { title: say.hand_over, kind: "buttons", of: buttons },
            ]}
        />
    );
}

function EndPost(asked: { post: Post; on_close: () => void; on_done: () => Promise<void> }) {
    const { post } = asked;
    const sending = use_sending();
    const end = () =>
        sending.run(async () => {
            await send("DELETE", `appointments/${post.id}`, undefined, post.version);
            await asked.on_done();
            return say.ended;
        });
    return (
        <Dialog title={say.end_of(post.user.name)} on_close={asked.on_close}>
            <ErrorSummary problem={sending.problem} />
            <p>{say.end_why(role_title(post.role), place_title(post))}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="primary"
                    disabled={sending.is_busy}
                    onClick={() => void end()}
                >
                    {say.end_now}
                </button>
                <button type="button" onClick={asked.on_close}>
                    {say.cancel}
                </button>
            </div>
        </Dialog>
    );
}
