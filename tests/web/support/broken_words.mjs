// Words that the page breaks inside their letters, as the browser has laid them out.

// Runs of letters and digits in the cells of tables, each with a part of the cell's text, when its
// pieces stand on several lines. A number with its point or comma is one word. In the page.
function find_broken() {
  const letters_max = 40; // longer than any word: a hash
  const word = /[\p{L}\p{N}]+(?:[.,:][\p{L}\p{N}]+)*/gu;
  const found = [];
  for (const cell of document.querySelectorAll("td, th")) {
    if (!cell.checkVisibility({ visibilityProperty: true })) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const match of text.data.matchAll(word)) {
        if (match[0].length > letters_max) continue;
        const range = new Range();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const lines = new Set(
          [...range.getClientRects()]
            .filter((box) => box.width > 0)
            .map((box) => Math.round(box.top)),
        );
        if (lines.size > 1) found.push(match[0]);
      }
    }
  }
  return [...new Set(found)];
}

export const broken_words = (page) => page.evaluate(find_broken);

// How many cells there are to look at.
export const cells_of = (page) => page.locator("td, th").count();
