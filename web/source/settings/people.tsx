// Orang: who has an account, a new one with its code that is shown once, and closing one.
import { useState } from "preact/hooks";
import { Address, ErrorSummary, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { use_kept } from "../typed/kept";
import { has_role, me, roles, type Shapes } from "../words/first";
import { words } from "../words/words";
import { Input } from "./input";
import { SearchLine } from "./search_line";
import { field_of, send, use_sending } from "./sending";
import { ShownOnce } from "./shown_once";

const say = words({
    id: {
        title: "Orang",
        search: "Cari nama, jabatan, atau perangkat daerah",
        name: "Nama",
        username: "Nama pengguna",
        username_hint: "Huruf kecil, angka, titik; untuk masuk.",
        email: "Surel",
        locale: "Bahasa",
        region: "Wilayah (kode)",
        region_hint: "Kosong: wilayah Anda.",
        posts: "Jabatan",
        state: "Akun",
        active: "aktif",
        waiting: "belum diaktifkan",
        disabled: "dinonaktifkan",
        fresh: "Orang baru",
        make: "Buat akun",
        code: (name: string | number) => `Kode aktivasi untuk ${name}`,
        code_why:
            "Hanya ditampilkan sekali dan berlaku 7 hari. Sampaikan langsung; dengan kode ini " +
            "yang bersangkutan memilih kata sandinya di /aktivasi. Kode gugur bila jabatan, nama, " +
            "atau surelnya diubah: tetapkan jabatannya lebih dahulu.",
        seen: "Sudah saya catat",
        edit: "Ubah",
        edit_of: (name: string | number) => `Ubah ${name}`,
        save: "Simpan",
        saved: "Tersimpan.",
        forgotten: "Lupa kata sandi? Buat kode",
        disable: "Nonaktifkan akun",
        enable: "Aktifkan kembali akun",
        none: "–",
    },
    en: {
        title: "People",
        search: "Search a name, post or agency",
        name: "Name",
        username: "User name",
        username_hint: "Small letters, digits, dots; to sign in with.",
        email: "E-mail",
        locale: "Language",
        region: "Region (code)",
        region_hint: "Empty: your region.",
        posts: "Posts",
        state: "Account",
        active: "active",
        waiting: "not activated yet",
        disabled: "disabled",
        fresh: "New person",
        make: "Make the account",
        code: (name: string | number) => `Activation code for ${name}`,
        code_why:
            "Shown once and good for 7 days. Hand it over directly; with it the person " +
            "chooses a password at /aktivasi. It ends when their posts, name or e-mail change: " +
            "give the post first.",
        seen: "I wrote it down",
        edit: "Change",
        edit_of: (name: string | number) => `Change ${name}`,
        save: "Save",
        saved: "Saved.",
        forgotten: "Forgotten password? Make a code",
        disable: "Disable the account",
        enable: "Enable the account again",
        none: "–",
    },
});

export type User = Shapes["user"] & {
    email?: string | null;
    disabled?: boolean;
    activated?: boolean;
    region?: string;
};

const post_text = (user: User) =>
    user.appointments
        .map((post) => `${roles[post.role] ?? post.role}, ${(post.agency ?? post.region)?.name}`)
        .join("; ");

function account_state(user: User): string {
    if (user.disabled === undefined) return say.none;
    if (user.disabled) return say.disabled;
    return user.activated === false ? say.waiting : say.active;
}

export function People(asked: { search: string }) {
    const users = use_list<User>("users?limit=200");
    const [edited, edit] = useState<User | null>(null);
    const [told, tell] = useState<Told | null>(null);
    const done = async (code?: Told) => {
        edit(null);
        if (code) tell(code);
        await users.reload();
    };
    const keeps = has_role("administrator");
    const wanted = asked.search.toLowerCase();
    return (
        <Read from={users}>
            {(all) => {
                const shown = all.filter((user) =>
                    `${user.name} ${user.username} ${post_text(user)}`
                        .toLowerCase()
                        .includes(wanted),
                );
                return (
                    <>
                        {keeps && <NewPerson on_done={done} />}
                        <SearchLine title={say.search} text={asked.search} />
                        <UserTable users={shown} on_edit={keeps ? edit : null} />
                        {edited && (
                            <EditPerson user={edited} on_close={() => edit(null)} on_done={done} />
                        )}
                        {told && (
                            <ShownOnce
                                title={say.code(told.name)}
                                secret={told.activation_code}
                                why={say.code_why}
                                seen={say.seen}
                                on_close={() => tell(null)}
                            />
                        )}
                    </>
                );
            }}
        </Read>
    );
}

function UserTable(asked: { users: User[]; on_edit: ((user: User) => void) | null }) {
    return (
        <Table
            title={say.title}
            rows={asked.users}
            key_of={(user) => user.id}
            columns={[
                { title: say.name, of: (user) => user.name },
                {
                    title: say.username,
                    of: (user) => (
                        <>
                            {user.username}
                            {user.email && (
                                <span class="hint">
                                    {" · "}
                                    <Address of={user.email} />
                                </span>
                            )}
                        </>
                    ),
                },
                { title: say.posts, of: (user) => post_text(user) || say.none },
                { title: say.state, of: account_state },
                asked.on_edit !== null && {
                    title: say.edit,
                    kind: "buttons",
                    of: (user) => (
                        <button
                            type="button"
                            aria-label={say.edit_of(user.name)}
                            onClick={() => asked.on_edit?.(user)}
                        >
                            {say.edit}
                        </button>
                    ),
                },
            ]}
        />
    );
}

const empty = { name: "", username: "", email: "", locale: "id", region: "" };

type Done = (code?: Told) => Promise<void>;

// Who may choose a password by it, shown once.
interface Told {
    name: string;
    activation_code: string;
}

function NewPerson(asked: { on_done: Done }) {
    const form = use_kept("settings/new_person", empty);
    const sending = use_sending();
    const [was_begun] = useState(() => form.value.name !== "");
    const set = (name: keyof typeof empty) => (text: string) =>
        form.set({ ...form.value, [name]: text });
    async function make(event: Event) {
        event.preventDefault();
        const { region, ...rest } = form.value;
        await sending.run(async () => {
            const made = await send<Shapes["new_user"]>("POST", "users", {
                ...rest,
                ...(region ? { region } : {}),
            });
            form.clear();
            await asked.on_done(made);
        });
    }
    const line = (name: keyof typeof empty, type?: "email", is_required = true, hint?: string) => (
        <Input
            form="person"
            name={name}
            label={say[name]}
            hint={hint}
            type={type}
            value={form.value[name]}
            on_text={set(name)}
            sending={sending}
            is_required={is_required}
        />
    );
    return (
        <details class="card" open={was_begun}>
            <summary>{say.fresh}</summary>
            <form onSubmit={(event) => void make(event)}>
                <ErrorSummary problem={sending.problem} field_of={field_of("person")} />
                <div class="pair">
                    {line("name")}
                    {line("username", undefined, true, say.username_hint)}
                    {line("email", "email")}
                    <Input
                        form="person"
                        name="locale"
                        label={say.locale}
                        value={form.value.locale}
                        on_text={set("locale")}
                        sending={sending}
                    >
                        <option value="id">Bahasa Indonesia</option>
                        <option value="en">English</option>
                    </Input>
                    {line("region", undefined, false, say.region_hint)}
                </div>
                <div class="buttons">
                    <button class="primary" disabled={sending.is_busy}>
                        {say.make}
                    </button>
                </div>
            </form>
        </details>
    );
}

function EditPerson(asked: { user: User; on_close: () => void; on_done: Done }) {
    const { user } = asked;
    const [name, type_name] = useState(user.name);
    const [email, type_email] = useState(user.email ?? "");
    const sending = use_sending();
    const save = (change: object) =>
        sending.run(async () => {
            await send("PATCH", `users/${user.id}`, change, user.version);
            await asked.on_done();
            return say.saved;
        });
    const make_code = () =>
        sending.run(async () => {
            const made = await send<Omit<Told, "name">>("POST", `users/${user.id}/activation`, {});
            await asked.on_done({ ...made, name: user.name });
        });
    return (
        <Dialog title={say.edit_of(user.name)} on_close={asked.on_close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void save({ name, email: email || null });
                }}
            >
                <ErrorSummary problem={sending.problem} field_of={field_of("edit")} />
                <Input
                    form="edit"
                    name="name"
                    label={say.name}
                    value={name}
                    on_text={type_name}
                    sending={sending}
                    is_required
                />
                <Input
                    form="edit"
                    name="email"
                    label={say.email}
                    type="email"
                    value={email}
                    on_text={type_email}
                    sending={sending}
                />
                <div class="buttons">
                    <button class="primary" disabled={sending.is_busy}>
                        {say.save}
                    </button>
                    {user.id !== me.id && (
                        <>
                            <button
                                type="button"
                                disabled={sending.is_busy}
                                onClick={() => void make_code()}
                            >
                                {say.forgotten}
                            </button>
                            <button
                                type="button"
                                disabled={sending.is_busy}
                                onClick={() => void save({ disabled: !user.disabled })}
                            >
                                {user.disabled ? say.enable : say.disable}
                            </button>
                        </>
                    )}
                </div>
            </form>
        </Dialog>
    );
}
