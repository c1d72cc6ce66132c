// The form of a post: a new one, or one that is handed over, which ends the former one today.
import { ErrorSummary } from "../parts/basics";
import { use_kept } from "../typed/kept";
import { role_takes, roles, type Shapes } from "../words/first";
import { today } from "../words/format";
import { words } from "../words/words";
import { Input } from "./input";
import type { User } from "./people";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        user: "Orang",
        successor: "Diserahkan kepada",
        choose: "Pilih…",
        role: "Jabatan",
        agency: "Perangkat daerah",
        region: "Wilayah (kode)",
        region_hint: "Misalnya 62 atau 62.71.",
        from: "Mulai",
        to: "Sampai",
        to_hint: "Kosong: tanpa batas.",
        acting: "Sebagai Plt/Plh (pelaksana tugas atau harian)",
        end: "Jabatan pemegang sekarang berakhir hari ini",
        make: "Tetapkan jabatan",
        hand_over: "Serahkan jabatan",
        made: "Jabatan ditetapkan.",
        made_without_password:
            "Jabatan ditetapkan. Kode aktivasi yang belum dipakai tidak berlaku lagi; " +
            "buat kode baru di bagian Orang.",
        handed: (name: string | number) => `Jabatan diserahkan kepada ${name}.`,
    },
    en: {
        user: "Person",
        successor: "Handed over to",
        choose: "Choose…",
        role: "Post",
        agency: "Agency",
        region: "Region (code)",
        region_hint: "For example 62 or 62.71.",
        from: "From",
        to: "Until",
        to_hint: "Empty: without end.",
        acting: "Acting",
        end: "The present holder's post ends today",
        make: "Appoint",
        hand_over: "Hand the post over",
        made: "The post was given.",
        made_without_password:
            "The post was given. An activation code that was not used yet is no longer good; " +
            "make a new one under People.",
        handed: (name: string | number) => `The post was handed over to ${name}.`,
    },
});

export type Post = Shapes["appointment"];

interface Typed {
    user: string;
    role: string;
    agency: string;
    region: string;
    from: string;
    to: string;
    acting: boolean;
    ends_former: boolean;
}

// Posts that were made before the role said where.
const lacks_place = (post: Post) => role_takes[post.role] === "agency" && !post.agency;

// Those that have a word, in their order, then those of the chains of kinds of plan.
const roles_to_give = () =>
    [...new Set([...Object.keys(roles), ...Object.keys(role_takes)])].filter(
        (name) => name in role_takes,
    );

// The role says which of the two; what was typed for another role is not sent.
const place_of = ({ role, agency, region }: Typed) =>
    role_takes[role] === "agency" ? { agency } : { region: region.trim() };

export function PostForm(asked: {
    former?: Post;
    users: User[];
    agencies: Shapes["agency"][];
    on_done: () => Promise<void>;
}) {
    const { former } = asked;
    const form = use_kept<Typed>(`settings/post/${former?.id ?? "new"}`, {
        user: "",
        role: former?.role ?? "agency_staff",
        agency: former?.agency?.id ?? "",
        region: former?.agency ? "" : (former?.region?.code ?? ""),
        from: today(),
        to: "",
        acting: false,
        ends_former: true,
    });
    const sending = use_sending();
    const typed = form.value;
    const set = (name: keyof Typed) => (value: string | boolean) =>
        form.set({ ...typed, [name]: value });
    const form_name = former ? "hand-over" : "post"; // both may be on the page
    const line = { form: form_name, sending };

    async function save(event: Event) {
        event.preventDefault();
        await sending.run(async () => {
            const made = await send<Post>("POST", "appointments", {
                user: typed.user,
                role: typed.role,
                ...place_of(typed),
                from: typed.from || null,
                to: typed.to || null,
                acting: typed.acting,
            });
            if (former && typed.ends_former)
                await send("DELETE", `appointments/${former.id}`, undefined, former.version);
            form.clear();
            await asked.on_done();
            if (asked.users.find((user) => user.id === typed.user)?.activated === false)
                return say.made_without_password;
            return former ? say.handed(made.user.name) : say.made;
        });
    }

    return (
        <form onSubmit={(event) => void save(event)}>
            <ErrorSummary problem={sending.problem} field_of={field_of(form_name)} />
            <div class="pair">
                <Input
                    {...line}
                    name="user"
                    label={former ? say.successor : say.user}
                    value={typed.user}
                    on_text={set("user")}
                    is_required
                >
                    <option value="">{say.choose}</option>
                    {asked.users.map((user) => (
                        <option key={user.id} value={user.id}>
                            {user.name} ({user.username})
                        </option>
                    ))}
                </Input>
                {(!former || lacks_place(former)) && (
                    <Where typed={typed} set={set} line={line} agencies={asked.agencies} />
                )}
                <Input
                    {...line}
                    name="from"
                    label={say.from}
                    type="date"
                    value={typed.from}
                    on_text={set("from")}
                    is_required
                />
                <Input
                    {...line}
                    name="to"
                    label={say.to}
                    type="date"
                    hint={say.to_hint}
                    value={typed.to}
                    on_text={set("to")}
                />
            </div>
            <Check
                label={say.acting}
                is_on={typed.acting}
                on_change={(on) => form.set({ ...typed, acting: on })}
            />
            {former && (
                <Check
                    label={say.end}
                    is_on={typed.ends_former}
                    on_change={(on) => form.set({ ...typed, ends_former: on })}
                />
            )}
            <div class="buttons">
                <button class="primary" disabled={sending.is_busy}>
                    {former ? say.hand_over : say.make}
                </button>
            </div>
        </form>
    );
}

function Check(asked: { label: string; is_on: boolean; on_change: (is_on: boolean) => void }) {
    return (
        <label class="check">
            <input
                type="checkbox"
                checked={asked.is_on}
                onChange={(event) => asked.on_change(event.currentTarget.checked)}
            />
            {asked.label}
        </label>
    );
}

function Where(asked: {
    typed: Typed;
    set: (name: keyof Typed) => (value: string) => void;
    line: { form: string; sending: ReturnType<typeof use_sending> };
    agencies: Shapes["agency"][];
}) {
    const { typed, set, line } = asked;
    return (
        <>
            <Input
                {...line}
                name="role"
                label={say.role}
                value={typed.role}
                on_text={set("role")}
                is_required
            >
                {roles_to_give().map((name) => (
                    <option key={name} value={name}>
                        {roles[name] ?? name}
                    </option>
                ))}
            </Input>
            {role_takes[typed.role] === "agency" ? (
                <Input
                    {...line}
                    name="agency"
                    label={say.agency}
                    value={typed.agency}
                    on_text={set("agency")}
                    is_required
                >
                    <option value="">{say.choose}</option>
                    {asked.agencies.map((agency) => (
                        <option key={agency.id} value={agency.id}>
                            {agency.name} ({agency.region?.name})
                        </option>
                    ))}
                </Input>
            ) : (
                <Input
                    {...line}
                    name="region"
                    label={say.region}
                    hint={say.region_hint}
                    value={typed.region}
                    on_text={set("region")}
                    is_required
                />
            )}
        </>
    );
}
