#pragma once
// Gives the columns of a header's rows their meaning.
#include "workflow/matrix/matrix_header.hpp"

namespace workflow {

class header_reader {
public:
    header_reader(const sheet&, const merged_cells&, const matrix_frame&, const columns_by_hand&);

    // Of `count` rows from the index on. Called once.
    matrix_header read(std::size_t first, std::size_t count);

private:
    using levels = std::vector<std::string>; // of one column, from above

    levels levels_of(std::size_t first, std::size_t count, std::size_t column) const;
    std::string group_above(std::size_t row, std::size_t last, std::size_t column) const;
    void take(std::size_t column, const levels&);
    bool take_own(std::size_t column, const levels&);
    bool take_achievement(std::size_t column, const levels&);
    bool take_target(std::size_t column, const levels&);
    bool take_member(std::size_t column, const std::string& bottom);
    void place_target(std::size_t column, std::optional<std::size_t> period);
    void place(std::size_t column, const std::vector<heading_meaning>&, std::size_t next);
    void take_by_hand(std::size_t column, const std::string& field, bool is_headed);
    bool take_period_by_hand(std::size_t column, const std::string& field);
    void finish();
    void finish_months();
    void finish_open_targets();
    void finish_title();
    void finish_achievements();
    void twice(std::size_t column);

    const sheet& page_;
    const merged_cells& merges_;
    const matrix_frame& frame_;
    const columns_by_hand& by_hand_;
    matrix_header header_;
    std::array<std::size_t, matrix_columns_read> ranks_{};
    std::array<std::vector<heading_meaning>, matrix_columns_read> others_{}; // of who is placed
    std::vector<std::size_t> open_targets_;
    std::map<std::size_t, std::string> bottoms_; // the lowest text of each column
};

} // namespace workflow
