// Somebody's hands before a page: a mouse whose clicks are counted, or a keyboard alone.

export class Mouse {
  clicks = 0;
  constructor(page) {
    this.page = page;
  }
  async click(locator) {
    ++this.clicks;
    await locator.click();
  }
  // The browser's own file window is one click more.
  async choose(button, file) {
    const [window] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.click(button),
    ]);
    ++this.clicks;
    await window.setFiles(file);
  }
}

const tabs_max = 150;

// Tab until the thing has the focus, then the key that uses it. The focus may never be on nothing
// while somebody walks.
export class Keyboard extends Mouse {
  async click(locator) {
    await locator.waitFor();
    const radio = (await locator.getAttribute("type")) === "radio";
    const has_focus = () =>
      locator.evaluate(
        (element, any_of_group) =>
          document.activeElement === element ||
          (any_of_group && document.activeElement?.name === element.name),
        radio,
      );
    for (let tabs = 0; !(await has_focus()); ++tabs) {
      if (tabs === tabs_max) throw new Error(`no Tab leads to ${locator}`);
      await this.page.keyboard.press("Tab");
    }
    if (!radio) return this.page.keyboard.press("Enter");
    while (!(await locator.isChecked()))
      await this.page.keyboard.press("ArrowRight");
  }
}
