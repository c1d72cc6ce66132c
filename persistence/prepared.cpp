// Taken out while it runs, put back when it ran to its end: SQLite keeps a read transaction open
// for a statement that was left in the middle.
#include "persistence/prepared.hpp"

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
std::string key_of(const std::string& text, const std::vector<value>& values, bool asks)
{
    std::string out;
    out.reserve(text.size() + 1 + values.size());
    out += text;
    out += asks ? '?' : '!';
    for (const value& v : values) out += v.is_number ? 'n' : 't';
    return out;
}

} // namespace

prepared_statements::prepared_statements(soci::session& sql) : sql_(sql) {}
prepared_statements::~prepared_statements() = default;

void prepared_statements::each(const std::string& text, std::vector<value> values,
                               const std::function<void(const soci::row&)>& visit)
{
    auto key = key_of(text, values, true);
    auto it = take(key);
    if (it)
        it->set(std::move(values));
    else
        it = std::make_unique<one>(sql_, text, std::move(values), true);
    std::size_t rows = 0;
    for (it->run.execute(); it->run.fetch(); ++rows) visit(it->row);
    if (rows <= kept_rows_max) keep(std::move(key), std::move(it));
}

std::int64_t prepared_statements::change(const std::string& text, std::vector<value> values)
{
    auto key = key_of(text, values, false);
    auto it = take(key);
    if (it)
        it->set(std::move(values));
    else
        it = std::make_unique<one>(sql_, text, std::move(values), false);
    it->run.execute(true);
    const auto written = it->run.get_affected_rows();
    keep(std::move(key), std::move(it));
    return written;
}

prepared_statements::one_pointer prepared_statements::take(const std::string& key)
{
    const auto found = kept_.find(key);
    return found == kept_.end() ? nullptr : std::move(found->second);
}

// Its place is still there, unless the visitor has filled the whole.
void prepared_statements::keep(std::string key, one_pointer it)
{
    if (key.size() > prepared_text_max) return;
    if (kept_.size() >= prepared_max && !kept_.contains(key)) kept_.clear();
    kept_[std::move(key)] = std::move(it);
}

} // namespace persistence
