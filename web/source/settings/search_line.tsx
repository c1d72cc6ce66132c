// A line that narrows a list to what fits; kept in the address.
import { set_query } from "../parts/route";

export function SearchLine(asked: { title: string; text: string }) {
    return (
        <label class="search-line">
            {asked.title}
            <input
                type="search"
                value={asked.text}
                onInput={(event) => set_query({ cari: event.currentTarget.value })}
            />
        </label>
    );
}
