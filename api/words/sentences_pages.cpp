// What the pages say that the server itself writes: sign-in, help and errors.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> pages()
{
    static constexpr wording table[]{
        {"page_skip", "Langsung ke isi", "Skip to the content"},
        {"page_needs_script", "Halaman ini memerlukan JavaScript. Masuk, bantuan, dan pesan galat tetap dapat dibaca tanpanya.",
         "This page needs JavaScript. Sign-in, help and errors can be read without it."},
        {"page_other_language", "English", "Bahasa Indonesia"},
        {"page_home", "Ke halaman utama", "To the start page"},

        {"page_sign_in", "Masuk", "Sign in"},
        {"page_sign_in_lead", "Rencana aksi daerah: susun, telaah, setujui, laporkan.",
         "Regional action plans: draft, review, approve, report."},
        {"page_username", "Nama pengguna", "User name"},
        {"page_password", "Kata sandi", "Password"},
        {"page_code", "Kode dari aplikasi autentikator", "Code of your authenticator app"},
        {"page_problem", "Ada masalah", "There is a problem"},
        {"page_forgotten", "Lupa kata sandi? Hubungi administrator wilayah Anda; ia memberi kode aktivasi baru.",
         "Forgotten the password? Ask your region's administrator for a new activation code."},
        {"page_have_code", "Punya kode aktivasi?", "Do you have an activation code?"},
        {"page_signed_out", "Anda sudah keluar.", "You have signed out."},
        {"page_activated", "Kata sandi tersimpan. Silakan masuk.", "The password is saved. Please sign in."},
        {"page_after_sign_in", "Setelah masuk, Anda langsung dibawa ke halaman yang dituju.",
         "After signing in you go straight to the page you asked for."},

        {"page_activation", "Aktifkan akun", "Activate the account"},
        {"page_activation_lead", "Masukkan kode sekali pakai yang Anda terima, lalu pilih kata sandi.",
         "Enter the one-time code you were given, then choose a password."},
        {"page_activation_code", "Kode aktivasi", "Activation code"},
        {"page_new_password", "Kata sandi baru (paling sedikit 12 karakter)", "New password (12 characters or more)"},
        {"page_activate", "Simpan kata sandi", "Save the password"},

        {"page_not_found", "Halaman tidak ditemukan", "Page not found"},
        {"page_not_found_lead", "Alamat ini tidak ada, atau bukan untuk dilihat oleh Anda. Periksa kembali tautannya.",
         "This address does not exist, or is not yours to see. Check the link."},

        {"page_help", "Bantuan", "Help"},
        {"help_inbox", "Tugas saya", "My tasks"},
        {"help_inbox_text", "Semua yang menunggu tindakan Anda, yang paling mendesak di atas. Pilih satu untuk membukanya.",
         "Everything that waits for you, the most urgent first. Choose one to open it."},
        {"help_report", "Melaporkan capaian", "Reporting an achievement"},
        {"help_report_text",
         "Buka target, isi capaian, letakkan berkas data dukung, lalu Laporkan. Ketikan tersimpan sendiri; "
         "jaringan putus tidak menghapusnya.",
         "Open the target, fill in what was achieved, drop the evidence files, then Report. What you type is "
         "saved by itself; a lost connection does not delete it."},
        {"help_closed", "Tombol yang tertutup", "A closed button"},
        {"help_closed_text", "Tombol yang belum dapat dipakai menyebut alasannya dan siapa yang dapat melakukannya.",
         "A button that cannot be used yet says why, and who can."},
        {"help_keys", "Papan tik", "Keyboard"},
        {"help_keys_text", "Ctrl+K mencari; Tab berpindah; di matriks Enter turun, Tab ke kanan, Esc membatalkan.",
         "Ctrl+K searches; Tab moves on; in the matrix Enter goes down, Tab to the right, Esc reverts."},
        {"help_contact", "Butuh orang?", "Do you need a person?"},
        {"help_contact_text", "Hubungi sekretariat Tim Terpadu (Badan Kesbangpol) wilayah Anda.",
         "Ask the secretariat of the integrated team (Kesbangpol) of your region."},

        {"page_accessibility", "Pernyataan aksesibilitas", "Accessibility statement"},
        {"accessibility_aim",
         "Halaman Rampung dibuat menurut WCAG 2.2 tingkat AA: dapat dipakai dengan papan tik saja, pembaca "
         "layar, pembesaran 400 %, dan layar 320 piksel.",
         "Rampung's pages are made to WCAG 2.2 level AA: usable by keyboard alone, with screen readers, at 400 % zoom and on 320 pixels."},
        {"accessibility_test",
         "Setiap halaman diperiksa dengan axe pada tiap perubahan, dalam dua bahasa, terang dan gelap. "
         "Pemeriksaan oleh pengguna pembaca layar belum dilakukan.",
         "Every page is checked with axe on every change, in two languages, light and dark. A check by people "
         "who use screen readers has not been made yet."},
        {"accessibility_report",
         "Temukan hambatan? Sampaikan kepada sekretariat wilayah Anda; sebutkan halaman dan alat bantu yang dipakai.",
         "Found a barrier? Tell your region's secretariat; name the page and the aid you use."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
