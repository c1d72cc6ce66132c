// A column that the kind of plan has of its own, as a column of the matrix: words, a number, a day,
// or one of a few choices. An empty cell is null.
import type { Fields } from "../typed/merge";
import { locale } from "../words/first";
import { read_day, read_number, unclear_number, write_number } from "../words/format";
import { is_day, own_text, own_title, type OwnColumn } from "../words/own_columns";
import { words } from "../words/words";
import { spelling, type Column } from "./column";
import { own_field } from "./values";

const say = words({
    id: {
        number_wrong: "Tulis bilangan dari nol ke atas, misalnya 1.000 atau 75,5.",
        day_wrong: "Bukan tanggal yang ada. Tulis misalnya 1/12/2026 atau 1 Desember 2026.",
        choice_wrong: (known: string | number) => `Tidak dikenal. Pilih: ${known}.`,
    },
    en: {
        number_wrong: "Write a number from zero on, such as 1,000 or 75.5.",
        day_wrong: "No day of the calendar. Write 1/12/2026 (the day first) or 1 December 2026.",
        choice_wrong: (known: string | number) => `Unknown. Choose: ${known}.`,
    },
});

// What cannot be understood is kept as it was typed: a text where a number or a day should be.
function words_column(of: OwnColumn): Column {
    const id = own_field(of.code);
    return {
        id,
        title: own_title(of),
        is_required: of.required,
        width: 15,
        editor: "text",
        fields: [id],
        text: (values) => own_text(values[id], of),
        read: (text) => ({ [id]: text || null }),
        fault: () => null,
    };
}

const held_text = (values: Fields, id: string) => (values[id] as string | null) ?? "";

const number_column = (of: OwnColumn): Column => ({
    ...words_column(of),
    width: 9,
    editor: "line",
    is_number: true,
    input_mode: "decimal",
    written(values) {
        const value = values[this.id];
        return typeof value === "number" ? write_number(value) : held_text(values, this.id);
    },
    read(text) {
        const value = read_number(text);
        const is_one = value !== undefined && (value === null || value >= 0);
        return { [this.id]: is_one ? value : text.trim() };
    },
    fault(values) {
        const value = values[this.id];
        if (typeof value !== "string") return null;
        return unclear_number(value) ?? say.number_wrong;
    },
});

const day_column = (of: OwnColumn): Column => ({
    ...words_column(of),
    width: 11,
    editor: "date",
    written(values) {
        const text = held_text(values, this.id);
        return is_day(text) ? text : "";
    },
    read(text) {
        const value = read_day(text);
        return { [this.id]: value === undefined ? text.trim() : value };
    },
    fault(values) {
        const text = held_text(values, this.id);
        return !text || is_day(text) ? null : say.day_wrong;
    },
});

function choice_column(of: OwnColumn): Column {
    const title = (one: OwnColumn["choices"][number]) => one.name[locale];
    const means = (one: OwnColumn["choices"][number], text: string) =>
        [one.name.id, one.name.en, one.code].some((word) => spelling(word) === spelling(text));
    return {
        ...words_column(of),
        width: 12,
        editor: "choice",
        choices: [
            { value: "", title: "" },
            ...of.choices.map((one) => ({ value: one.code, title: title(one) })),
        ],
        read(text) {
            const found =
                of.choices.find((one) => title(one) === text) ??
                of.choices.find((one) => means(one, text));
            return { [this.id]: found?.code ?? (text.trim() || null) };
        },
        fault(values) {
            const code = values[this.id];
            return !code || of.choices.some((one) => one.code === code)
                ? null
                : say.choice_wrong(of.choices.map(title).join(", "));
        },
    };
}

const by_type: Record<OwnColumn["type"], (of: OwnColumn) => Column> = {
    text: words_column,
    number: number_column,
    date: day_column,
    choice: choice_column,
};

export const own_column = (of: OwnColumn): Column => by_type[of.type](of);
