// Taken out while it runs, put back when it ran to its end: SQLite keeps a read transaction open
// for a statement that was left in the middle.
#include "persistence/prepared.hpp"
#include <cctype>

namespace persistence {

namespace {

// SOCI binds by address: the values stay where they are and are only overwritten.
class by_soci final : public prepared_statement {
public:
    by_soci(soci::session& sql, const std::string& text, std::vector<value> first, bool asks)
        : values_(std::move(first)), run_(sql)
    {
        run_.alloc();
        run_.prepare(text);
        for (value& v : values_) bind(v);
        run_.define_and_bind();
        if (asks) run_.exchange_for_rowset(soci::into(row_));
    }

    void set(std::vector<value> next) override
    {
        for (std::size_t i = 0; i < next.size(); ++i) {
            values_[i].as_text.swap(next[i].as_text);
            values_[i].as_number = next[i].as_number;
            values_[i].indicator = next[i].indicator;
        }
    }

    std::size_t each(const row_visitor& visit) override
    {
        std::size_t rows = 0;
        for (run_.execute(); run_.fetch(); ++rows) visit(row_);
        return rows;
    }

    std::int64_t change() override
    {
        run_.execute(true);
        return run_.get_affected_rows();
    }

private:
    void bind(value& v)
    {
        if (v.is_number)
            run_.exchange(soci::use(v.as_number, v.indicator));
        else
            run_.exchange(soci::use(v.as_text, v.indicator));
    }

    std::vector<value> values_;
    soci::row row_{};
    soci::statement run_;
};

// A text that is once bound a number and once a text is two statements.
std::string key_of(std::string text, const std::vector<value>& values, bool asks)
{
    text += asks ? '?' : '!';
    for (const value& v : values) text += v.is_number ? 'n' : 't';
    return text;
}

// ":name" as "?", but for what stands between quotes.
std::string with_marks(const std::string& text)
{
    std::string out;
    bool quotes = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') quotes = !quotes;
        const bool begins_name = !quotes && text[i] == ':';
        out += begins_name ? '?' : text[i];
        if (begins_name)
            while (i + 1 < text.size() && (std::isalnum(text[i + 1]) || text[i + 1] == '_')) ++i;
    }
    return out;
}

} // namespace

prepared_statements::prepared_statements(soci::session& sql) : sql_(sql) {}
prepared_statements::~prepared_statements() = default;

void prepared_statements::each(std::string text, std::vector<value> values,
                               const row_visitor& visit)
{
    auto it = take(std::move(text), std::move(values), true);
    if (it.run->each(visit) <= kept_rows_max) keep(std::move(it));
}

std::int64_t prepared_statements::change(std::string text, std::vector<value> values)
{
    auto it = take(std::move(text), std::move(values), false);
    const auto written = it.run->change();
    keep(std::move(it));
    return written;
}

// Places stay where they are until the shelf is emptied, which a visitor may bring about.
prepared_statements::taken prepared_statements::take(std::string text, std::vector<value> values,
                                                     bool asks)
{
    const auto length = text.size();
    std::string key = key_of(std::move(text), values, asks);
    const auto found = kept_.find(key);
    if (found != kept_.end() && found->second.idle) {
        found->second.idle->set(std::move(values));
        return {&found->second, shelf_number_, std::move(found->second.idle)};
    }
    const std::string written = key.substr(0, length);
    place* const from = key.size() > prepared_text_max ? nullptr : &place_of(std::move(key));
    return {from, shelf_number_, make(written, std::move(values), asks)};
}

prepared_statements::place& prepared_statements::place_of(std::string key)
{
    const auto found = kept_.find(key);
    if (found != kept_.end()) return found->second;
    if (kept_.size() >= prepared_max) {
        kept_.clear();
        ++shelf_number_;
    }
    return kept_[std::move(key)];
}

prepared_statements::one_pointer prepared_statements::make(const std::string& text,
                                                           std::vector<value> values, bool asks)
{
    if (maker_ && !values.empty()) return maker_(sql_, with_marks(text), std::move(values));
    return std::make_unique<by_soci>(sql_, text, std::move(values), asks);
}

void prepared_statements::keep(taken it)
{
    if (it.from && it.shelf_number == shelf_number_) it.from->idle = std::move(it.run);
}

} // namespace persistence
