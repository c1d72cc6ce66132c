// One plan from all sides: whoever opens one of these goes on to the others.
import "../shared";
export { default as plans } from "../plan/plans";
export { default as plan } from "../plan/plan";
export { default as review } from "../review/review";
export { default as approval } from "../review/approval";
export { default as documents } from "../plan/documents";
export { default as history } from "../plan/history";
