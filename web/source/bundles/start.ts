// What one lands on, and where the links of mails lead.
export { default as inbox } from "../pages/inbox";
export { default as item } from "../pages/item";
