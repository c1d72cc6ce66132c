// MYSQL_STMT, filled from values and emptied into a row.
#include "persistence/mariadb_statement.hpp"
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>

namespace persistence {
namespace {

struct closing {
    void operator()(MYSQL_STMT* s) const { mysql_stmt_close(s); }
    void operator()(MYSQL_RES* r) const { mysql_free_result(r); }
};

soci::data_type kind_of(const MYSQL_FIELD& field)
{
    switch (field.type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
        return soci::dt_long_long;
    case MYSQL_TYPE_FLOAT:
    case MYSQL_TYPE_DOUBLE:
        return soci::dt_double;
    default: // DECIMAL too: its digits
        return soci::dt_string;
    }
}

// One column of the row that visitors are shown, which owns what is pointed to.
struct cell {
    std::string* text{};
    long long* number{};
    double* real{};
    soci::indicator* indicator{};
    unsigned long length{};
    my_bool is_null{};
};

template <class T> T* add_holder(soci::row& row, soci::indicator* indicator)
{
    auto owned = std::make_unique<T>();
    row.add_holder(owned.get(), indicator);
    return owned.release();
}

cell add_column(soci::row& row, const MYSQL_FIELD& field)
{
    soci::column_properties told;
    told.set_name(field.name);
    told.set_data_type(kind_of(field));
    row.add_properties(told);
    cell made;
    made.indicator = std::make_unique<soci::indicator>(soci::i_ok).release();
    if (told.get_data_type() == soci::dt_long_long)
        made.number = add_holder<long long>(row, made.indicator);
    else if (told.get_data_type() == soci::dt_double)
        made.real = add_holder<double>(row, made.indicator);
    else
        made.text = add_holder<std::string>(row, made.indicator);
    return made;
}

class mariadb_statement final : public prepared_statement {
public:
    mariadb_statement(MYSQL* session, const std::string& text, std::vector<value> first)
        : statement_(mysql_stmt_init(session)), values_(std::move(first)), given_(values_.size()),
          is_null_(values_.size())
    {
        if (!statement_) throw soci::mysql_soci_error("out of memory", CR_OUT_OF_MEMORY);
        check(mysql_stmt_prepare(statement_.get(), text.data(), text.size()));
        if (mysql_stmt_param_count(statement_.get()) != values_.size())
            throw std::logic_error("a statement has other values than marks: " + text);
        describe();
    }

    void set(std::vector<value> next) override { values_ = std::move(next); }

    std::size_t each(const row_visitor& visit) override
    {
        execute();
        const auto freed = [](MYSQL_STMT* s) { mysql_stmt_free_result(s); };
        // All of them before the first is shown: a visitor may ask for something else.
        check(mysql_stmt_store_result(statement_.get()));
        const std::unique_ptr<MYSQL_STMT, decltype(freed)> result(statement_.get(), freed);
        std::size_t rows = 0;
        for (; fetch(); ++rows) visit(row_);
        return rows;
    }

    std::int64_t change() override
    {
        execute();
        return static_cast<std::int64_t>(mysql_stmt_affected_rows(statement_.get()));
    }

private:
    void check(int code)
    {
        if (code == 0) return;
        throw soci::mysql_soci_error(mysql_stmt_error(statement_.get()),
                                     static_cast<int>(mysql_stmt_errno(statement_.get())));
    }

    void describe()
    {
        const std::unique_ptr<MYSQL_RES, closing> about(
            mysql_stmt_result_metadata(statement_.get()));
        if (!about) return;
        const auto columns = mysql_num_fields(about.get());
        for (unsigned i = 0; i < columns; ++i)
            cells_.push_back(add_column(row_, *mysql_fetch_field_direct(about.get(), i)));
        std::vector<MYSQL_BIND> binds(columns);
        for (unsigned i = 0; i < columns; ++i) bind(binds[i], cells_[i]);
        if (mysql_stmt_bind_result(statement_.get(), binds.data())) check(1);
    }

    // Texts are given no room: how long they are is known when the row is there.
    static void bind(MYSQL_BIND& to, cell& from)
    {
        to.length = &from.length;
        to.is_null = &from.is_null;
        to.buffer = from.number ? static_cast<void*>(from.number) : from.real;
        to.buffer_type = from.number ? MYSQL_TYPE_LONGLONG
                         : from.real ? MYSQL_TYPE_DOUBLE
                                     : MYSQL_TYPE_STRING;
    }

    void execute()
    {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            value& v = values_[i];
            is_null_[i] = v.indicator == soci::i_null;
            given_[i].is_null = &is_null_[i];
            given_[i].buffer_type = v.is_number ? MYSQL_TYPE_LONGLONG : MYSQL_TYPE_STRING;
            given_[i].buffer = v.is_number ? static_cast<void*>(&v.as_number) : v.as_text.data();
            given_[i].buffer_length = v.as_text.size();
        }
        if (mysql_stmt_bind_param(statement_.get(), given_.data())) check(1);
        check(mysql_stmt_execute(statement_.get()));
    }

    bool fetch()
    {
        const int code = mysql_stmt_fetch(statement_.get());
        if (code == MYSQL_NO_DATA) return false;
        if (code != MYSQL_DATA_TRUNCATED) check(code); // of the texts that have no room
        for (unsigned i = 0; i < cells_.size(); ++i) take(i);
        return true;
    }

    void take(unsigned column)
    {
        cell& c = cells_[column];
        *c.indicator = c.is_null ? soci::i_null : soci::i_ok;
        if (c.is_null || !c.text) return;
        c.text->resize(c.length);
        if (c.length == 0) return;
        MYSQL_BIND whole{};
        whole.buffer_type = MYSQL_TYPE_STRING;
        whole.buffer = c.text->data();
        whole.buffer_length = c.length;
        check(mysql_stmt_fetch_column(statement_.get(), &whole, column, 0));
    }

    std::unique_ptr<MYSQL_STMT, closing> statement_;
    std::vector<value> values_;
    std::vector<MYSQL_BIND> given_;
    std::vector<my_bool> is_null_;
    soci::row row_{};
    std::vector<cell> cells_{}; // bound by address
};

} // namespace

std::unique_ptr<prepared_statement>
make_mariadb_statement(soci::session& sql, const std::string& text, std::vector<value> values)
{
    auto* backend = static_cast<soci::mysql_session_backend*>(sql.get_backend());
    return std::make_unique<mariadb_statement>(backend->conn_, text, std::move(values));
}

} // namespace persistence
