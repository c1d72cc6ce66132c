// Fields are length-prefixed so that no two lists look alike.
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace workflow {
namespace {

// Nothing where nothing stands, so that plans without such columns have the digests that they
// always had. No row of a plan begins with this word: each begins with its id or number.
void add_columns(digest& d, const column_values& columns)
{
    if (columns.empty()) return;
    d.add("columns").add(static_cast<std::int64_t>(columns.size()));
    for (const auto& [code, value] : columns) {
        const auto* number = std::get_if<double>(&value);
        d.add(code).add(number ? "number" : "text");
        d.add(number ? decimal(*number) : std::get<std::string>(value));
    }
}

void add_content(digest& d, const action& a)
{
    d.add(a.number).add(a.phase).add(a.theme).add(a.title).add(a.location).add(a.lead_agency.id);
    d.add(static_cast<std::int64_t>(a.supporting.size()));
    for (const reference& s : a.supporting) d.add(s.id).add(s.id.empty() ? s.name : std::string{});
    d.add(a.success_criterion).add(a.budget_source).add(a.note).add(a.mandatory).add(a.measure);
    d.add(static_cast<std::int64_t>(a.targets.size()));
    for (const cell& c : a.targets) d.add(c.period).add(c.text).add(c.quantity).add(c.unit);
    add_columns(d, a.columns);
}

// A file of no item says what files said before there were any.
std::string digest_of(const evidence& e)
{
    digest d;
    d.add(e.kind).add(e.classification).add(e.sha256);
    if (!e.item.empty()) d.add(e.item);
    return d.hex();
}

std::vector<const action*> by_number(const std::vector<action>& actions)
{
    std::vector<const action*> sorted;
    for (const action& a : actions) sorted.push_back(&a);
    std::sort(sorted.begin(), sorted.end(), [](const action* a, const action* b) {
        return std::tie(a->number, a->id) < std::tie(b->number, b->id);
    });
    return sorted;
}

} // namespace

digest& digest::add(std::string_view field)
{
    const std::uint64_t size = field.size();
    for (int shift = 56; shift >= 0; shift -= 8) bytes_ += static_cast<char>(size >> shift);
    bytes_ += field;
    return *this;
}

digest& digest::add(std::int64_t number)
{
    return add(std::string_view(std::to_string(number)));
}

digest& digest::add(const std::optional<double>& number)
{
    return add(number ? std::string_view(decimal(*number)) : std::string_view("none"));
}

std::string digest::hex() const
{
    return sha256_hex(bytes_);
}

std::string decimal(double number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

std::string rows_digest(const std::vector<action>& actions, std::string_view agency)
{
    digest d;
    for (const action* a : by_number(actions))
        if (a->lead_agency.id == agency) add_content(d, *a);
    return d.hex();
}

std::string matrix_digest(const std::vector<action>& actions)
{
    digest d;
    for (const action* a : by_number(actions)) {
        d.add(a->id);
        add_content(d, *a);
        for (const cell& c : a->targets) d.add(c.id);
    }
    return d.hex();
}

std::string record_digest(const achievement_record& r, const std::vector<evidence>& files)
{
    digest d;
    d.add(r.achievement).add(r.achieved_quantity).add(r.obstacles).add(r.follow_up);
    d.add(r.reported_by.id);
    std::vector<std::string> hashes;
    for (const evidence& e : files) hashes.push_back(digest_of(e));
    std::sort(hashes.begin(), hashes.end());
    for (const std::string& h : hashes) d.add(h);
    return d.hex();
}

std::string files_digest(const std::vector<evidence>& files)
{
    std::map<std::string_view, const evidence*> by_id;
    for (const evidence& e : files) by_id.emplace(e.id, &e);
    digest d;
    for (const auto& [id, e] : by_id) d.add(id).add(e->name).add(e->media_type).add(e->size);
    return files.empty() ? std::string{} : d.hex();
}

std::string items_digest(const std::vector<review_item>& items)
{
    digest d;
    for (const review_item& i : items) d.add(i.action).add(i.comment).add(i.suggestion);
    return items.empty() ? std::string{} : d.hex();
}

std::string gaps_digest(const std::vector<gap>& gaps)
{
    digest d;
    for (const gap& g : gaps) d.add(g.id).add(g.what).add(g.reason);
    return gaps.empty() ? std::string{} : d.hex();
}

std::string answers_digest(const report_answers& given)
{
    digest d;
    bool is_any = false;
    for (const auto& [code, text] : given) {
        if (text.empty()) continue;
        d.add(code).add(text);
        is_any = true;
    }
    return is_any ? d.hex() : std::string{};
}

} // namespace workflow
