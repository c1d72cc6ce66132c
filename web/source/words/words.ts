// The pages' own words, in Indonesian and English beside each other. A key that one language lacks
// does not compile. What the server calls things (states, commands, roles) comes from the server.
import { locale, machines } from "./first";

type Argument = string | number;
type Text = string | ((...values: Argument[]) => string);

// Long and odd on purpose: shows what is not translated, and what does not fit.
const pseudo = (text: string) => `[${text.replace(/[aeiou]/g, (letter) => `${letter}${letter}́`)}]`;

function is_pseudo(): boolean {
    try {
        return sessionStorage.getItem("pseudo") === "1";
    } catch {
        return false;
    }
}

// const say = words({ id: {save: "Simpan"}, en: {save: "Save"} }); say.save
export function words<T extends Record<string, Text>>(texts: {
    id: T;
    en: { [K in keyof T]: T[K] extends string ? string : T[K] };
}): T {
    const chosen = texts[locale] as T;
    if (!is_pseudo()) return chosen;
    return Object.fromEntries(
        Object.entries(chosen).map(([key, text]) => [
            key,
            typeof text === "string"
                ? pseudo(text)
                : (...values: Argument[]) => pseudo(text(...values)),
        ]),
    ) as T;
}

export const state_title = (resource: string, state: string) =>
    machines[resource]?.states[state]?.title ?? state;
export const is_final = (resource: string, state: string) =>
    machines[resource]?.states[state]?.final ?? false;
export const command_title = (resource: string, command: string) =>
    machines[resource]?.commands[command]?.title ?? command;
