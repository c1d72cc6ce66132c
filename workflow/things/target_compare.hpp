#pragma once
// What is stored of targets, their rounds and their cells, held against their history.
namespace workflow {
struct comparison;
void compare_targets(comparison&);
} // namespace workflow
