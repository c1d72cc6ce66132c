// Dates, numbers and sizes as they are written here: 1 Des 2026, 79,71 %, 2,4 MB.
import { locale, now } from "./first";
import { words } from "./words";

const language = locale === "en" ? "en-GB" : "id-ID";
const say = words({
    id: {
        days_left: (n: string | number) => `${n} hari kerja lagi`,
        today: "hari ini",
        late: (n: string | number) => `terlambat ${n} hari kerja`,
        unclear: (whole: string | number, part: string | number) =>
            `Bukan angka yang jelas: ribuan atau desimal? Tulis ${whole} atau ${part}.`,
    },
    en: {
        days_left: (n: string | number) =>
            n === 1 ? "1 working day left" : `${n} working days left`,
        today: "today",
        late: (n: string | number) => (n === 1 ? "1 working day late" : `${n} working days late`),
        unclear: (whole: string | number, part: string | number) =>
            `Not a clear number: thousands or decimals? Write ${whole} or ${part}.`,
    },
});

// A day without a time: shown as written, in no zone. 2026-12-01 → 1 Des 2026
export function day(date: string | null | undefined): string {
    if (!date) return "–";
    const at = new Date(`${date.slice(0, 10)}T12:00:00Z`);
    return new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
    }).format(at);
}

// The years of a plan, as the server writes them: 2026, or 2026–2027.
export const plan_years = (of: { year: number; years: number }): string =>
    of.years > 1 ? `${of.year}–${of.year + of.years - 1}` : String(of.year);

// Each of them.
export const years_of = (of: { year: number; years: number }): number[] =>
    Array.from({ length: of.years }, (_, after) => of.year + after);

// A period with its year, which stands in the title already where the plan has several.
export const period_and_year = (of: {
    period_title: string;
    year: number;
    years: number;
}): string => (of.years > 1 ? of.period_title : `${of.period_title} ${of.year}`);

const month_names = ["id-ID", "en-GB"].flatMap((as) =>
    Array.from({ length: 12 }, (_, month) => ({
        month: month + 1,
        name: new Intl.DateTimeFormat(as, { month: "long", timeZone: "UTC" })
            .format(new Date(Date.UTC(2026, month, 1)))
            .toLowerCase(),
    })),
);

function read_month(text: string): number {
    if (/^\d{1,2}$/.test(text)) return Number(text);
    const key = text.toLowerCase();
    const found = key.length > 2 && month_names.find(({ name }) => name.startsWith(key));
    return found ? found.month : 0;
}

// What somebody wrote for a day: 2026-12-01; 1/12/2026, also with - or ., the day first as in
// Indonesia; 1 Desember 2026, 1 Dec 2026. Null when it is empty, undefined when it is no day.
export function read_day(text: string): string | null | undefined {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed) ?? [];
    const [d, m, y] = year ? [date!, month!, year] : trimmed.split(/[\s/.-]+/);
    if (!/^\d{1,2}$/.test(d ?? "") || !/^\d{4}$/.test(y ?? "")) return undefined;
    const at = new Date(Date.UTC(Number(y), read_month(m!) - 1, Number(d)));
    const is_there = at.getUTCMonth() + 1 === read_month(m!) && at.getUTCDate() === Number(d);
    return is_there && at.getUTCFullYear() === Number(y)
        ? at.toISOString().slice(0, 10)
        : undefined;
}

const zone_names: Record<string, string> = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
};

// An instant in this browser's zone, which it names: 1 Des 2026 09.30 WIB
export function moment(instant: string | null | undefined): string {
    if (!instant) return "–";
    const at = new Date(instant);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(
        at,
    );
    const date = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
    }).format(at);
    const offset = -at.getTimezoneOffset() / 60;
    const by_number = `UTC${offset < 0 ? "−" : "+"}${Math.abs(offset)}`;
    return `${date} ${time} ${zone_names[zone] ?? by_number}`;
}

export function number(value: number | null | undefined, digits = 2): string {
    if (value === null || value === undefined) return "–";
    return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

// What somebody counted, with every digit that they gave: 999,998 of 1.000 is not 1.000.
export const quantity = (value: number | null | undefined) => number(value, 12);

// One that is fit to be shown already: see shown_percent.
export const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : `${quantity(value)} %`;

export function size(bytes: number): string {
    if (bytes < 1024) return `${bytes} B`;
    if (bytes < 1024 * 1024) return `${number(bytes / 1024, 0)} KB`;
    return `${number(bytes / 1024 / 1024, 1)} MB`;
}

// Working days, as the API counts them.
export function days_left(days: number | null | undefined): string {
    if (days === null || days === undefined) return "";
    if (days === 0) return say.today;
    return days < 0 ? say.late(-days) : say.days_left(days);
}

// 1,000 in Indonesian and 1.000 in English: a thousand by one notation, one by the other; the
// import takes no such text either. "0,125" can only be the latter.
const is_ambiguous = (text: string, as: "id" | "en") =>
    (as === "en" ? /^[1-9]\d{0,2}\.\d{3}$/ : /^[1-9]\d{0,2},\d{3}$/).test(text);

// How to write such a text clearly, either way; null when it is clear.
export function unclear_number(text: string, as: "id" | "en" = locale): string | null {
    const trimmed = text.trim();
    if (!is_ambiguous(trimmed, as)) return null;
    const decimal = Number(trimmed.replace(",", "."));
    return say.unclear(trimmed.replace(/[.,]/, ""), write_number(decimal, as));
}

// What somebody typed in a field for a quantity: 1.234,5 in Indonesian, 1,234.5 in English. Null
// when it is empty, undefined when it is no number or no clear one.
export function read_number(text: string, as: "id" | "en" = locale): number | null | undefined {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    if (is_ambiguous(trimmed, as)) return undefined;
    const [thousand, decimal] = as === "en" ? [",", "."] : [".", ","];
    const grouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${thousand}\\d{3})+(\\${decimal}\\d+)?$`);
    const plain = new RegExp(`^-?\\d+(\\${decimal}\\d+)?$`);
    if (!grouped.test(trimmed) && !plain.test(trimmed)) return undefined;
    return Number(trimmed.replaceAll(thousand, "").replace(decimal, "."));
}

// The way back, for a field that is edited: 1234,5; and 1,1250, which can be read again.
export function write_number(value: number | null | undefined, as = locale): string {
    if (value === null || value === undefined) return "";
    const text = as === "en" ? String(value) : String(value).replace(".", ",");
    return is_ambiguous(text, as) ? `${text}0` : text;
}

// As it is shown, by thousands, in a text that can be copied and read again: 1.234,5; 1,1250.
export function readable_number(value: number): string {
    const text = quantity(value);
    return is_ambiguous(text, locale) ? `${text}0` : text;
}

export const today = () => {
    const at = now();
    const two = (value: number) => String(value).padStart(2, "0");
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
