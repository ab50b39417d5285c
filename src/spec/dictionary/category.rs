//! 证书类型, 工种类别 and 岗位类别.

use super::Confidence::{Confirmed, Seed};
use super::{Dictionary, Openness, Shape, code, words};

/// 证书类型.
pub static CERT_TYPES: Dictionary = Dictionary {
    id: "certType",
    title: words("证书类型"),
    cite: words("certType 1"),
    openness: Openness::Closed { tolerated: &[] },
    shape: Shape::Listed,
    rows: &[
        code("1", "建筑施工企业安全生产许可证", Seed),
        code("2", "建筑施工特种作业操作资格证书", Seed),
        code("3", "建筑施工企业安全生产管理人员考核合格证书", Seed),
    ],
};

/// The category that is described in words.
pub const OTHER_OPERATION: &str = "99";
/// How the description of a category 99 begins; the name of the trade follows in full-width brackets.
pub const OTHER_OPERATION_PREFIX: &str = "经省级以上住房和城乡建设主管部门认定的其他工种类别";

/// 工种类别.
pub static OPERATIONS: Dictionary = Dictionary {
    id: "operationCategory",
    title: words("工种类别"),
    cite: words("数据交换接口规范 7.2.3.2"),
    openness: Openness::Closed { tolerated: &[] },
    shape: Shape::Listed,
    rows: &[
        code("01", "建筑电工", Confirmed),
        code("02", "建筑架子工（普通脚手架）", Confirmed),
        code("03", "建筑架子工（附着升降脚手架）", Confirmed),
        code("04", "建筑起重司索信号工", Confirmed),
        code("05", "建筑起重机械司机（塔式起重机）", Confirmed),
        code("06", "建筑起重机械司机（施工升降机）", Confirmed),
        code("07", "建筑起重机械司机（物料提升机）", Confirmed),
        code("08", "建筑起重机械安装拆卸工（塔式起重机）", Confirmed),
        code("09", "建筑起重机械安装拆卸工（施工升降机）", Confirmed),
        code("10", "建筑起重机械安装拆卸工（物料提升机）", Confirmed),
        code("11", "高处作业吊篮安装拆卸工", Confirmed),
        code(OTHER_OPERATION, OTHER_OPERATION_PREFIX, Seed),
    ],
};

/// 岗位类别.
pub static POSTS: Dictionary = Dictionary {
    id: "categoryCode",
    title: words("岗位类别"),
    cite: words("数据交换接口规范 7.3.3.2"),
    openness: Openness::Closed { tolerated: &[] },
    shape: Shape::Listed,
    rows: &[
        code("A", "企业主要负责人", Confirmed),
        code("B", "项目负责人", Confirmed),
        code("C1", "机械类专职安全生产管理人员", Confirmed),
        code("C2", "土建类专职安全生产管理人员", Confirmed),
        code("C3", "综合类专职安全生产管理人员", Confirmed),
    ],
};
