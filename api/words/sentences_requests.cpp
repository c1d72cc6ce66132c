// What every request may be told, whatever its subject: titles of refusals, and faults of form.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> requests()
{
    static constexpr wording table[]{
        // One title for each errc; the `title` of the problem document.
        {"title_unauthenticated", "Anda belum masuk", "You are not signed in"},
        {"title_second_factor_required", "Kode faktor kedua diperlukan",
         "A second factor is required"},
        {"title_csrf", "Permintaan tidak berasal dari halaman ini",
         "The request did not come from these pages"},
        {"title_key_reused", "Kunci idempotensi sudah dipakai",
         "The idempotency key was already used"},
        {"title_not_found", "Tidak ditemukan", "Not found"},
        {"title_method_not_allowed", "Metode tidak diizinkan", "Method not allowed"},
        {"title_payload_too_large", "Isi permintaan terlalu besar", "The body is too large"},
        {"title_unsupported_media_type", "Jenis isi tidak didukung", "Unsupported media type"},
        {"title_malformed", "Permintaan tidak dapat dibaca", "The request cannot be read"},
        {"title_precondition_required", "If-Match diperlukan", "If-Match is required"},
        {"title_forbidden", "Bukan wewenang Anda", "Not within your rights"},
        {"title_step_up_required", "Masuk kembali diperlukan", "Signing in again is required"},
        {"title_wrong_state", "Status tidak mengizinkan", "The state does not allow it"},
        {"title_invalid", "Isian tidak sah", "The input is not valid"},
        {"title_guard", "Syarat belum terpenuhi", "A condition is not met"},
        {"title_conflict", "Bertentangan dengan data yang ada", "In conflict with what exists"},
        {"title_stale", "Data telah berubah", "The data has changed"},
        {"title_too_many_requests", "Terlalu banyak permintaan", "Too many requests"},
        {"title_unavailable", "Layanan sedang tidak tersedia", "The service is unavailable"},
        {"title_insufficient_storage", "Ruang penyimpanan tidak cukup", "Insufficient storage"},

        // Of some reasons, which say more than their errc.
        {"title_wrong_credentials", "Nama pengguna atau kata sandi salah",
         "The user name or the password is wrong"},
        {"title_wrong_password", "Kata sandi salah", "The password is wrong"},
        {"title_second_factor_wrong", "Kode salah", "The code is wrong"},
        {"title_activation_unknown", "Kode aktivasi tidak berlaku", "The activation code is not valid"},
        {"title_internal", "Kesalahan pada layanan", "A fault of the service"},

        // The request as a whole.
        {"method_not_allowed", "Alamat ini hanya menerima {allowed}.",
         "This address takes only {allowed}."},
        {"body_too_large", "Isi permintaan melebihi {limit} byte.",
         "The body exceeds {limit} bytes."},
        {"media_type_expected", "Isi permintaan harus berjenis {expected}.",
         "The body must be of type {expected}."},
        {"body_not_expected", "Permintaan ini tidak boleh berisi.",
         "This request must not have a body."},
        {"if_match_required", "Sertakan If-Match dengan versi yang Anda baca.",
         "Send If-Match with the version that you read."},
        {"if_match_malformed", "If-Match harus satu versi dalam tanda petik, misalnya \"3\".",
         "If-Match must be one version in quotes, for example \"3\"."},
        {"too_many_requests", "Terlalu banyak permintaan; coba lagi sebentar lagi.",
         "Too many requests; try again shortly."},
        {"service_overloaded", "Layanan sedang penuh; coba lagi sebentar lagi.",
         "The service is busy; try again shortly."},
        {"service_unavailable", "Layanan sedang tidak tersedia; coba lagi sebentar lagi.",
         "The service is unavailable; try again shortly."},
        {"storage_full", "Ruang penyimpanan penuh; hubungi administrator.",
         "The storage is full; tell the administrator."},
        {"internal_fault",
         "Terjadi kesalahan pada layanan; sebutkan nomor {request} kepada administrator.",
         "The service failed; give the administrator the number {request}."},

        // Bytes that are no request of ours.
        {"request_line_malformed", "Baris permintaan tidak sah.",
         "The request line is not valid."},
        {"http_version_unsupported", "Hanya HTTP/1.0 dan HTTP/1.1 yang dilayani.",
         "Only HTTP/1.0 and HTTP/1.1 are served."},
        {"method_unknown", "Metode permintaan tidak dikenal.",
         "The request method is not known."},
        {"target_malformed", "Alamat permintaan tidak sah.", "The request target is not valid."},
        {"target_too_long", "Alamat permintaan melebihi {limit} byte.",
         "The request target exceeds {limit} bytes."},
        {"content_encoding_unsupported", "Kirim isi permintaan tanpa dikompresi.",
         "Send the body as it is, without Content-Encoding."},
        {"header_malformed", "Kepala permintaan tidak sah.", "A header is not valid."},
        {"header_twice", "Kepala {name} hanya boleh dikirim sekali.",
         "The header {name} may be sent only once."},
        {"headers_too_large", "Kepala permintaan melebihi {limit} byte.",
         "The headers exceed {limit} bytes."},
        {"headers_too_many", "Permintaan memuat lebih dari {limit} kepala.",
         "The request has more than {limit} headers."},
        {"host_malformed", "Permintaan harus memuat tepat satu Host yang sah.",
         "The request must have exactly one valid Host."},
        {"host_unknown", "Host ini tidak dilayani.", "This Host is not served here."},
        {"framing_malformed", "Panjang isi permintaan tidak dapat dipastikan.",
         "The length of the body is in doubt."},
        {"transfer_coding_unsupported", "Hanya Transfer-Encoding chunked yang didukung.",
         "Only the transfer coding chunked is supported."},

        // Query parameters.
        {"query_malformed", "Parameter pada alamat tidak dapat dibaca.",
         "The query parameters cannot be read."},
        {"query_twice", "Parameter {name} diberikan dua kali.",
         "The parameter {name} was given twice."},
        {"query_unknown", "Parameter {name} tidak dikenal.", "The parameter {name} is not known."},
        {"query_value", "Nilai parameter {name} tidak sah.",
         "The value of the parameter {name} is not valid."},
        {"query_missing", "Parameter {name} diperlukan.", "The parameter {name} is required."},
        {"query_limit", "Parameter limit harus bilangan 1 sampai {most}.",
         "The parameter limit must be a number from 1 to {most}."},

        // Bodies.
        {"json_malformed", "Isi permintaan bukan JSON yang sah (byte ke-{position}).",
         "The body is not valid JSON (byte {position})."},
        {"json_too_deep", "JSON bersarang lebih dari {limit} tingkat.",
         "The JSON is nested deeper than {limit} levels."},
        {"json_duplicate", "Anggota {name} diberikan dua kali.",
         "The member {name} was given twice."},
        {"json_not_object", "Isi permintaan harus sebuah objek JSON.",
         "The body must be a JSON object."},
        {"multipart_malformed", "Berkas unggahan tidak dapat dibaca.",
         "The upload cannot be read."},
        {"multipart_part_missing", "Bagian {name} tidak ada dalam unggahan.",
         "The part {name} is missing from the upload."},
        {"multipart_part_twice", "Bagian {name} diberikan dua kali.",
         "The part {name} was given twice."},
        {"file_too_large", "Berkas melebihi {limit} byte.", "The file exceeds {limit} bytes."},
        {"field_unknown", "Anggota ini tidak dikenal.", "This member is not known."},
        {"field_must_be_text", "Harus berupa teks.", "This must be text."},
        {"field_must_be_number", "Harus berupa bilangan.", "This must be a number."},
        {"field_must_be_integer", "Harus berupa bilangan bulat.",
         "This must be a whole number."},
        {"field_must_be_boolean", "Harus true atau false.", "This must be true or false."},
        {"field_must_be_date", "Harus tanggal yang ada, ditulis TTTT-BB-HH.",
         "This must be a day of the calendar, written YYYY-MM-DD."},
        {"field_must_be_object", "Harus berupa objek.", "This must be an object."},
        {"field_must_be_list", "Harus berupa daftar.", "This must be a list."},
        {"field_too_short", "Paling sedikit {least} karakter.", "At least {least} characters."},
        {"field_out_of_range", "Harus antara {least} dan {most}.",
         "This must be between {least} and {most}."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
