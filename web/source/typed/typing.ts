// Whether somebody is typing: what would take the focus waits, so that no letter goes where it was
// not meant to go.
let last_input = -Infinity;
addEventListener("input", () => (last_input = performance.now()), true);

const pause_ms = 1000;

export async function pause_in_typing(): Promise<void> {
    for (let left; (left = last_input + pause_ms - performance.now()) > 0; )
        await new Promise((done) => setTimeout(done, left));
}

const is_text = (element: Element | null) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !/^(checkbox|radio|file|button)$/.test(element.type));

export const is_in_a_text = () => is_text(document.activeElement);
