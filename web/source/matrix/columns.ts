// The columns of the matrix: how a cell shows its field, how it understands what is typed or
// pasted, and what is wrong with it before the server is asked.
import type { Fields } from "../typed/merge";
import { locale } from "../words/first";
import { read_number, unclear_number, write_number } from "../words/format";
import { fields } from "../words/fields";
import { words } from "../words/words";
import { spelling, type Column, type Editor, type Frame } from "./column";
import { own_column } from "./own_column";
import { cell_field, unit_field, type Cell, type Named } from "./values";

const say = words({
    id: {
        is_mandatory: "Wajib",
        is_local: "Lokal",
        cumulative: "Kumulatif",
        period: "Per periode",
        number_wrong: "Nomor adalah bilangan bulat dari 1 sampai 9999.",
        choice_wrong: (known: string | number) => `Tidak dikenal. Pilih: ${known}.`,
        agency_wrong: (name: string | number) =>
            `“${name}” tidak terdaftar sebagai instansi di wilayah ini.`,
        only_words: "Bukan angka yang jelas. Tulis 1.000 atau 75,5.",
    },
    en: {
        is_mandatory: "Mandatory",
        is_local: "Local",
        cumulative: "Cumulative",
        period: "By period",
        number_wrong: "The number is a whole number from 1 to 9999.",
        choice_wrong: (known: string | number) => `Unknown. Choose: ${known}.`,
        agency_wrong: (name: string | number) => `“${name}” is no registered agency of the region.`,
        only_words: "Not a clear number. Write 1,000 or 75.5.",
    },
});

const number_max = 9999;

function words_column(id: keyof typeof fields, width: number, editor: Editor): Column {
    return {
        id,
        title: fields[id] as string,
        width,
        editor,
        fields: [id],
        text: (values) => String(values[id] ?? ""),
        read: (text) => ({ [id]: text }),
        fault: () => null,
    };
}

const number_column: Column = {
    ...words_column("number", 9, "line"),
    is_number: true,
    input_mode: "numeric",
    read(text) {
        const trimmed = text.trim().replace(/[.)]+$/, "");
        const value = Number(trimmed);
        return { number: /^\d{1,6}$/.test(trimmed) ? value : trimmed || null };
    },
    fault: ({ number }) =>
        number === null || (typeof number === "number" && number >= 1 && number <= number_max)
            ? null
            : say.number_wrong,
};

interface Choice {
    value: string;
    title: string;
    spellings: string[];
}

// A field with a few values, found by how one may write them.
function choice_column(
    id: "phase" | "measure" | "mandatory",
    width: number,
    known: Choice[],
    held: (value: string) => unknown = (value) => value,
): Column {
    const find = (text: string) => {
        const key = spelling(text);
        return (
            known.find((each) => each.spellings.includes(key)) ??
            known.find((each) => each.spellings.some((one) => one && key.startsWith(one)))
        );
    };
    const of_value = (value: unknown) => known.find((each) => held(each.value) === value);
    return {
        ...words_column(id, width, "choice"),
        choices: known,
        text: (values) => of_value(values[id])?.title ?? String(values[id] ?? ""),
        read(text) {
            const found = find(text);
            return { [id]: found ? held(found.value) : text.trim() };
        },
        fault: (values) =>
            of_value(values[id])
                ? null
                : say.choice_wrong(known.map((one) => one.title).join(", ")),
    };
}

const phase_column = (frame: Frame): Column => {
    return choice_column(
        "phase",
        14,
        frame.phases.map(({ code, name }) => ({
            value: code,
            title: name,
            spellings: [spelling(name), spelling(code)],
        })),
    );
};

const mandatory_column = choice_column(
    "mandatory",
    9,
    [
        {
            value: "1",
            title: say.is_mandatory,
            spellings: ["wajib", "wajibnasional", "mandatory", "ya", "yes"],
        },
        { value: "", title: say.is_local, spellings: ["lokal", "local", "tidak", "no", ""] },
    ],
    Boolean,
);

const measure_column = choice_column("measure", 9, [
    { value: "cumulative", title: say.cumulative, spellings: ["kumulatif", "cumulative", ""] },
    {
        value: "period",
        title: say.period,
        spellings: ["perperiode", "periode", "byperiod", "period", "nonkumulatif"],
    },
]);

export function find_agency(frame: Frame, name: string): Named {
    const trimmed = name.trim();
    const key = spelling(trimmed);
    const found =
        frame.agencies.find((each) => each.name === trimmed) ??
        frame.agencies.find((each) => spelling(each.name) === key) ??
        frame.agencies.find((each) => spelling(each.short_name) === key);
    return found ? { id: found.id, name: found.name } : { id: null, name: trimmed };
}

const lead_column = (frame: Frame): Column => ({
    ...words_column("lead_agency", 15, "agency"),
    text: ({ lead_agency }) => (lead_agency as Named | null)?.name ?? "",
    read: (text) => ({ lead_agency: text.trim() ? find_agency(frame, text) : null }),
    fault({ lead_agency }) {
        const named = lead_agency as Named | null;
        return named && !named.id ? say.agency_wrong(named.name) : null;
    },
});

// Names are parted by semicolons and line ends, never by commas, which names may contain.
const supporting_column = (frame: Frame): Column => ({
    ...words_column("supporting_agencies", 15, "agencies"),
    text: ({ supporting_agencies }) =>
        (supporting_agencies as Named[]).map((each) => each.name).join("; "),
    read: (text) => ({
        supporting_agencies: text
            .split(/[;\n]/)
            .filter((name) => name.trim())
            .map((name) => find_agency(frame, name)),
    }),
});

// What is typed for a target: a number with its unit aside, a percentage, or words.
export function read_cell(text: string, as: "id" | "en" = locale): Cell | null {
    const trimmed = text.trim();
    if (/^[-–—−]*$/.test(trimmed)) return null;
    const bare = trimmed.replace(/\s*%$/, "");
    const quantity = read_number(bare, as);
    if (quantity === undefined || quantity === null || quantity < 0)
        return { text: trimmed, quantity: null };
    if (as === "id") return { text: trimmed, quantity };
    return { text: write_number(quantity, "id") + trimmed.slice(bare.length), quantity };
}

// The way back: words as they are, numbers as the reader writes them.
export function show_cell(cell: Cell | null, as: "id" | "en" = locale): string {
    if (!cell) return "";
    const bare = cell.text.replace(/\s*%$/, "");
    if (as === "id" || cell.quantity === null || !/^[\d.,]+$/.test(bare)) return cell.text;
    return write_number(cell.quantity, "en") + cell.text.slice(bare.length);
}

const common_unit = (values: Fields, periods: string[]) =>
    (periods.map((period) => values[unit_field(period)]).find(Boolean) as string) ?? "";

const target_column = (period: string, { periods, period_titles }: Frame): Column => ({
    ...words_column("title", 9, "text"),
    id: cell_field(period),
    title: fields.target(period_titles[period] ?? period),
    is_number: true,
    fields: [cell_field(period), unit_field(period)],
    text: (values) => show_cell(values[cell_field(period)] as Cell | null),
    read(text, values) {
        const had = values[cell_field(period)] as Cell | null;
        const cell = show_cell(had) === text ? had : read_cell(text);
        return {
            [cell_field(period)]: cell,
            [unit_field(period)]: values[unit_field(period)] || common_unit(values, periods),
        };
    },
    fault(values) {
        const cell = values[cell_field(period)] as Cell | null;
        return cell && cell.quantity === null
            ? unclear_number(cell.text.replace(/\s*%$/, ""))
            : null;
    },
    doubt(values) {
        const cell = values[cell_field(period)] as Cell | null;
        if (!cell || cell.quantity !== null) return null;
        const is_words = /\p{L}/u.test(cell.text.replace(/^[\d.,]+e[+-]?\d+$/i, ""));
        return is_words ? null : (this.fault(values) ?? say.only_words);
    },
});

// One unit for all targets, as offices write it; where they differ, one after the other.
const unit_column = (periods: string[]): Column => {
    const used = (values: Fields) => {
        const with_target = periods.filter((period) => values[cell_field(period)]);
        return with_target.length ? with_target : periods;
    };
    const units = (values: Fields) => used(values).map((one) => values[unit_field(one)] as string);
    return {
        ...words_column("unit", 11, "line"),
        fields: periods.map(unit_field),
        text(values) {
            const all = units(values);
            const filled = all.filter(Boolean);
            return new Set(all).size === 1 || filled.length < all.length
                ? (filled[0] ?? "")
                : all.join(" / ");
        },
        read(text, values) {
            const parts = text.split(" / ");
            const is_one_each = parts.length > 1 && parts.length === used(values).length;
            const fields: Fields = {};
            for (const period of periods) {
                const place = used(values).indexOf(period);
                fields[unit_field(period)] = is_one_each && place >= 0 ? parts[place]! : text;
            }
            return fields;
        },
    };
};

export function columns_of(frame: Frame): Column[] {
    return [
        number_column,
        phase_column(frame),
        words_column("theme", 12, "text"),
        words_column("title", 22, "text"),
        words_column("location", 14, "text"),
        lead_column(frame),
        supporting_column(frame),
        words_column("success_criterion", 18, "text"),
        ...frame.own.map(own_column),
        ...frame.periods.map((period) => target_column(period, frame)),
        unit_column(frame.periods),
        words_column("budget_source", 11, "text"),
        mandatory_column,
        measure_column,
        words_column("note", 14, "text"),
    ];
}

// The column of a field: its own, or the last that holds it. A unit is that of the column of units,
// though it may be typed behind a target.
export const column_of = (columns: Column[], field: string) =>
    columns.find((each) => each.fields[0] === field && each.fields.length === 1) ??
    columns.filter((each) => each.fields.includes(field)).pop();
