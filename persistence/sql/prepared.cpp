// Taken out while it runs, put back when it ran to its end: SQLite keeps a read transaction open
// for a statement that was left in the middle.
#include "persistence/sql/prepared.hpp"

namespace persistence {

// SOCI binds by address: the values stay where they are and are only overwritten.
struct prepared_statements::one {
    std::vector<value> values;
    soci::row row{};
    soci::statement run;

    one(soci::session& sql, const std::string& text, std::vector<value> first, bool asks)
        : values(std::move(first)), run(sql)
    {
        run.alloc();
        run.prepare(text);
        for (value& v : values) bind(v);
        run.define_and_bind();
        if (asks) run.exchange_for_rowset(soci::into(row));
    }

    void set(std::vector<value> next)
    {
        for (std::size_t i = 0; i < next.size(); ++i) {
            values[i].as_text.swap(next[i].as_text);
            values[i].as_number = next[i].as_number;
            values[i].indicator = next[i].indicator;
        }
    }

    std::size_t each(const row_visitor& visit)
    {
        std::size_t rows = 0;
        for (run.execute(); run.fetch(); ++rows) visit(row);
        return rows;
    }

    void bind(value& v)
    {
        if (v.is_number)
            run.exchange(soci::use(v.as_number, v.indicator));
        else
            run.exchange(soci::use(v.as_text, v.indicator));
    }
};

namespace {

// A text that is once bound a number and once a text is two statements.
std::string key_of(std::string text, const std::vector<value>& values, bool asks)
{
    text += asks ? '?' : '!';
    for (const value& v : values) text += v.is_number ? 'n' : 't';
    return text;
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
    it.run->run.execute(true);
    const auto written = it.run->run.get_affected_rows();
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
    return {from, shelf_number_, std::make_unique<one>(sql_, written, std::move(values), asks)};
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

void prepared_statements::keep(taken it)
{
    if (it.from && it.shelf_number == shelf_number_) it.from->idle = std::move(it.run);
}

} // namespace persistence
