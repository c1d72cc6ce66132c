// How far everybody is.
import "../shared";
export { default as monitoring } from "../pages/monitoring";
export { default as regions } from "../pages/regions";
export { default as reports } from "../pages/reports";
export { default as report } from "../pages/report";
