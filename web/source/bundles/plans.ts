// One plan from all sides: whoever opens one of these goes on to the others.
import "../shared";
export { default as plans } from "../pages/plans";
export { default as plan } from "../pages/plan";
export { default as review } from "../pages/review";
export { default as approval } from "../pages/approval";
export { default as documents } from "../pages/documents";
export { default as history } from "../pages/history";
