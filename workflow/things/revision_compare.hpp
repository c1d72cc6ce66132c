#pragma once
// What is stored of a plan and its revisions, held against its history.
namespace workflow {
struct comparison;
void compare_revisions(comparison&);
} // namespace workflow
