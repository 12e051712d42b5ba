package veche.config;

/// What people see of each other beside their names.
///
/// @param host what stands for where somebody comes from
public record Privacy(Host host) {

    /// What stands for where somebody comes from.
    public enum Host {
        /// A text that does not tell the address.
        CLOAK,
        /// The address.
        ADDRESS
    }

    static Privacy from(Section section) {
        return new Privacy(section.choice("host", Host.class));
    }
}
