// How far everybody is.
import "../shared";
export { default as monitoring } from "../oversight/monitoring";
export { default as regions } from "../oversight/regions";
export { default as reports } from "../report/reports";
export { default as report } from "../report/report";
