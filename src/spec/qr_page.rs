//! The address in a QR code (数据交换接口规范 5.2, as a province's system in production writes it). It is a constant, never called.

/// Where a QR code leads.
pub const QR_PAGE: &str = "https://zlaq.mohurd.gov.cn/fwmh/middlepage.html";
/// What stands behind it, in this order: the assignment and its key, encrypted, 证照类型, the province.
pub const QR_PARAMETERS: [&str; 4] = ["ID", "k", "certype", "province"];
