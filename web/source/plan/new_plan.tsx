// A new plan: from last year's, from a spreadsheet, or empty. A sheet is tried before anything of it
// is taken over, and what is wrong in it is shown by row and column.
import { useState } from "preact/hooks";
import { ErrorSummary, Field } from "../parts/basics";
import { ImportAccount, is_used_up } from "../parts/import_account";
import { ImportProblems } from "../parts/import_problems";
import { announce } from "../parts/notice";
import { go } from "../parts/route";
import { kind_title, type Kind } from "../server/kinds";
import { fetch_json, once, type Problem } from "../server/server";
import {
    format_of,
    import_sheet,
    problems_in,
    sheet_accept,
    sheet_of_plan,
} from "../server/sheets";
import type { ImportResult, Sheet } from "../server/sheets";
import { locale, me, now, type Shapes } from "../words/first";
import { plan_years } from "../words/format";
import { is_final, words } from "../words/words";

const say = words({
    id: {
        kind: "Jenis rencana",
        region: "Wilayah",
        year: "Tahun",
        title: "Judul",
        from: "Isi awal",
        from_plan: (title: string | number) => `Salin rencana aksi dari “${title}”`,
        from_file: "Dari berkas Excel atau CSV",
        file: "Berkas XLSX atau CSV",
        file_hint:
            "Kolom seperti pada unduhan matriks: No, Rencana Aksi, Penanggung Jawab, Target … Berkas diperiksa dahulu.",
        empty: "Kosong",
        make: "Buat rencana",
        again: "Periksa dan impor lagi",
        take: "Simpan yang dipakai ke matriks",
        made_empty: "Rencana sudah dibuat, tetapi masih kosong.",
        open: "Buka rencana yang masih kosong",
        done: (count: string | number) => `Rencana dibuat dengan ${count} rencana aksi.`,
        done_empty: "Rencana dibuat.",
    },
    en: {
        kind: "Kind of plan",
        region: "Region",
        year: "Year",
        title: "Title",
        from: "Begin with",
        from_plan: (title: string | number) => `Copy the actions of “${title}”`,
        from_file: "An Excel or CSV file",
        file: "XLSX or CSV file",
        file_hint:
            "Columns as in the matrix that can be downloaded: No, Rencana Aksi, Penanggung Jawab, Target … The file is checked first.",
        empty: "Nothing",
        make: "Make the plan",
        again: "Check and import again",
        take: "Save what is used into the matrix",
        made_empty: "The plan was made, but it is still empty.",
        open: "Open the plan, still empty",
        done: (count: string | number) => `The plan was made with ${count} actions.`,
        done_empty: "The plan was made.",
    },
});

type Plan = Shapes["plan_item"];
type Source = "plan" | "file" | "empty";

// Where I draw plans up.
function my_regions(): { code: string; name: string }[] {
    const mine = me.appointments.filter((each) => each.role === "secretariat" && each.region);
    return [...new Map(mine.map((each) => [each.region!.code, each.region!])).values()];
}

const newest_first = (one: Plan, other: Plan) => other.year - one.year;

// As its title writes its years.
const years_in = (plan: Plan): string =>
    [plan_years(plan), plan_years(plan).replace("–", "-")].find((each) =>
        plan.title.includes(each),
    ) ?? String(plan.year);

const titles_in = (kinds: Kind[], name: string): Record<string, string> =>
    Object.fromEntries(
        (kinds.find((each) => each.name === name)?.periods ?? []).map((each) => [
            each.code,
            each.title[locale],
        ]),
    );

export function NewPlan(asked: { plans: Plan[]; kinds: Kind[] }) {
    const regions = my_regions();
    const before = asked.plans
        .filter((plan) => regions.some((each) => each.code === plan.region.code))
        .sort(newest_first);
    const [kind, set_kind] = useState(before[0]?.kind ?? asked.kinds[0]?.name ?? "");
    const [region, set_region] = useState(before[0]?.region.code ?? regions[0]?.code ?? "");
    const mine = before.filter((plan) => plan.kind === kind && plan.region.code === region);
    const living = mine.find((plan) => !is_final("plans", plan.state));
    const last = living ?? mine[0];
    const [typed_year, type_year] = useState<string | null>(null);
    const next = living ? living.year + living.years : now().getFullYear();
    const year = typed_year ?? String(next);
    const years = asked.kinds.find((each) => each.name === kind)?.years ?? 1;
    const shown_years = plan_years({ year: Number(year), years });
    const [typed_title, type_title] = useState<string | null>(null);
    const region_name = regions.find((each) => each.code === region)?.name ?? "";
    const title =
        typed_title ??
        (last
            ? last.title.replaceAll(years_in(last), shown_years)
            : `${kind_title(asked.kinds, kind)} ${region_name} ${shown_years}`);
    const [chosen_source, choose_source] = useState<Source | null>(null);
    const source = chosen_source ?? (last ? "plan" : "file");
    const [file, choose_file] = useState<File | null>(null);
    const [made, remember] = useState<Plan | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const [told, tell] = useState<ImportResult | null>(null);
    // The file whose account was shown: asked once more, it is taken.
    const [shown, show] = useState<File | null>(null);
    const [is_busy, busy] = useState(false);

    async function make(): Promise<Plan> {
        if (made) return made;
        const fresh = await fetch_json<Plan>("/api/v1/plans", {
            method: "POST",
            headers: { "Content-Type": "application/json", ...once() },
            body: JSON.stringify({ kind, region, year: Number(year), title: title.trim() }),
        });
        remember(fresh);
        return fresh;
    }

    async function sheet(): Promise<Sheet | null> {
        if (source === "plan" && last) return sheet_of_plan(last.id);
        if (source === "file" && file) return { file, format: format_of(file.name) };
        return null;
    }

    async function run(event: Event) {
        event.preventDefault();
        busy(true);
        fail(null);
        tell(null);
        try {
            const plan = await make();
            const given = await sheet();
            if (!given) return finish(plan, null);
            const tried = await import_sheet(plan.id, given, { dry_run: true });
            if (source === "file" && shown !== file && !is_used_up(tried)) {
                show(file);
                return tell(tried);
            }
            const taken = await import_sheet(plan.id, given, { dry_run: false });
            finish(plan, taken.accepted);
        } catch (fault) {
            fail(fault as Problem);
            if (problems_in(fault as Problem).length)
                tell({ ...(fault as Problem).body } as ImportResult);
        } finally {
            busy(false);
        }
    }

    function finish(plan: Plan, count: number | null) {
        go(`/rencana/${plan.id}/matriks`);
        announce({ text: count === null ? say.done_empty : say.done(count) });
    }

    const choice = (name: Source, label: string) => (
        <label class="check">
            <input
                type="radio"
                name="source"
                checked={source === name}
                onChange={() => choose_source(name)}
            />
            {label}
        </label>
    );
    const fault_of = (name: string) =>
        problem?.faults.find((each) => each.pointer === `/${name}`)?.detail ?? null;
    return (
        <form onSubmit={(event) => void run(event)}>
            <ErrorSummary problem={problem} field_of={(at) => `new-${at.slice(1)}`} />
            {made && (
                <p class="hint">
                    {say.made_empty} <a href={`/rencana/${made.id}`}>{say.open}</a>
                </p>
            )}
            {told && told.problems.length > 0 && <ImportProblems problems={told.problems} />}
            {told && (
                <ImportAccount
                    told={told}
                    period_titles={titles_in(asked.kinds, kind)}
                    own={asked.kinds.find((each) => each.name === kind)?.columns ?? []}
                />
            )}
            {!made && (
                <>
                    <div class="pair">
                        <Choice
                            id="new-kind"
                            label={say.kind}
                            value={kind}
                            options={asked.kinds.map((each) => [
                                each.name,
                                kind_title(asked.kinds, each.name),
                            ])}
                            on_choose={set_kind}
                            fault={fault_of("kind")}
                        />
                        {regions.length > 1 && (
                            <Choice
                                id="new-region"
                                label={say.region}
                                value={region}
                                options={regions.map((each) => [each.code, each.name])}
                                on_choose={set_region}
                                fault={fault_of("region")}
                            />
                        )}
                        <Field id="new-year" label={say.year} fault={fault_of("year")}>
                            <input
                                id="new-year"
                                type="number"
                                required
                                value={year}
                                onInput={(event) => type_year(event.currentTarget.value)}
                            />
                        </Field>
                    </div>
                    <Field id="new-title" label={say.title} fault={fault_of("title")}>
                        <input
                            id="new-title"
                            required
                            maxLength={200}
                            value={title}
                            onInput={(event) => type_title(event.currentTarget.value)}
                        />
                    </Field>
                </>
            )}
            <fieldset>
                <legend>{say.from}</legend>
                {last && choice("plan", say.from_plan(last.title))}
                {choice("file", say.from_file)}
                {choice("empty", say.empty)}
            </fieldset>
            {source === "file" && (
                <Field id="new-file" label={say.file} hint={say.file_hint}>
                    <input
                        id="new-file"
                        type="file"
                        required
                        accept={sheet_accept}
                        aria-describedby="new-file-hint"
                        onChange={(event) => choose_file(event.currentTarget.files?.[0] ?? null)}
                    />
                </Field>
            )}
            <div class="buttons">
                <button class="primary" disabled={is_busy}>
                    {made ? (file && shown === file ? say.take : say.again) : say.make}
                </button>
            </div>
        </form>
    );
}

function Choice(asked: {
    id: string;
    label: string;
    value: string;
    options: [string, string][];
    on_choose: (value: string) => void;
    fault: string | null;
}) {
    return (
        <Field id={asked.id} label={asked.label} fault={asked.fault}>
            <select
                id={asked.id}
                value={asked.value}
                onChange={(event) => asked.on_choose(event.currentTarget.value)}
            >
                {asked.options.map(([value, title]) => (
                    <option key={value} value={value}>
                        {title}
                    </option>
                ))}
            </select>
        </Field>
    );
}
