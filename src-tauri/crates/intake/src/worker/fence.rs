//! The limits that a worker puts on itself before it looks at a stranger's file.
//!
//! Memory, processor time and files by `setrlimit`, which every Unix has; on Linux also a list of system calls that
//! answer "not permitted" (no socket, no opening, no starting of programs), best effort: an old kernel without it
//! leaves the other limits standing.

/// Raises the fence. Limits can only be lowered from here on.
///
/// # Errors
/// Gives the system's error where a limit could not be set; the worker then refuses to work.
#[cfg(unix)]
pub(super) fn raise(memory: u64, cpu_seconds: u64) -> std::io::Result<()> {
    limit(memory, cpu_seconds, 16)?;
    #[cfg(target_os = "linux")]
    {
        // A core or a debugger would show a stranger's mail to other programs of the same person.
        rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
        let _best_effort = calls::forbid_all();
    }
    Ok(())
}

/// Raises the fence around another program that this process is about to become: it may read files, and write none.
///
/// # Errors
/// As [`raise`].
#[cfg(unix)]
pub(super) fn raise_for_program(memory: u64, cpu_seconds: u64) -> std::io::Result<()> {
    limit(memory, cpu_seconds, 64)?;
    #[cfg(target_os = "linux")]
    {
        let _best_effort = calls::forbid_but_reading();
    }
    Ok(())
}

#[cfg(unix)]
fn limit(memory: u64, cpu_seconds: u64, files: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let lower = |resource, wanted: u64| {
        // Never above what the person's own system allows: raising a hard limit is refused.
        let ceiling = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        let value = Some(wanted.min(ceiling));
        setrlimit(resource, Rlimit { current: value, maximum: value })
    };
    #[cfg(not(target_os = "macos"))]
    lower(Resource::As, memory)?;
    #[cfg(target_os = "macos")]
    lower(Resource::Data, memory)?;
    lower(Resource::Cpu, cpu_seconds)?;
    lower(Resource::Nofile, files)?;
    lower(Resource::Core, 0)?;
    lower(Resource::Fsize, 0)?;
    #[cfg(target_os = "linux")]
    rustix::thread::set_no_new_privs(true)?;
    Ok(())
}

/// Elsewhere the parent's clock is the only limit.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(super) fn raise(_memory: u64, _cpu_seconds: u64) -> std::io::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod calls {
    use std::collections::BTreeMap;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
        apply_filter,
    };

    /// The rules of a filter: a call with no conditions is refused whatever its arguments are.
    type Rules = BTreeMap<libc::c_long, Vec<SeccompRule>>;

    /// Opening files, and starting a program in place of this one.
    const OPENING: &[libc::c_long] = &[libc::SYS_openat, libc::SYS_execve];

    /// System calls that reading never needs: reaching the network, the disk, other programs.
    const FORBIDDEN: &[libc::c_long] = &[
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_open_tree,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_mknodat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_truncate,
        libc::SYS_utimensat,
        libc::SYS_execveat,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_kill,
        libc::SYS_tkill,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_send_signal,
        libc::SYS_io_uring_setup,
        libc::SYS_memfd_create,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_shmget,
        libc::SYS_msgget,
    ];

    /// The older spellings that only x86-64 still has.
    #[cfg(target_arch = "x86_64")]
    const OLDER: &[libc::c_long] = &[
        libc::SYS_creat,
        libc::SYS_unlink,
        libc::SYS_rename,
        libc::SYS_renameat,
        libc::SYS_mkdir,
        libc::SYS_rmdir,
        libc::SYS_link,
        libc::SYS_symlink,
        libc::SYS_mknod,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_fork,
        libc::SYS_vfork,
    ];
    #[cfg(not(target_arch = "x86_64"))]
    const OLDER: &[libc::c_long] = &[];

    /// The older spelling of opening a file.
    #[cfg(target_arch = "x86_64")]
    const OLDER_OPENING: &[libc::c_long] = &[libc::SYS_open];
    #[cfg(not(target_arch = "x86_64"))]
    const OLDER_OPENING: &[libc::c_long] = &[];

    /// Makes the calls above answer `EACCES` in this process from now on.
    pub(super) fn forbid_all() -> Result<(), seccompiler::Error> {
        forbid([FORBIDDEN, OLDER, OPENING, OLDER_OPENING].concat().into_iter().map(|call| (call, Vec::new())).collect())
    }

    /// The same, except that files may be opened to be read and this process may become another program.
    pub(super) fn forbid_but_reading() -> Result<(), seccompiler::Error> {
        let mut rules: Rules = [FORBIDDEN, OLDER].concat().into_iter().map(|call| (call, Vec::new())).collect();
        rules.insert(libc::SYS_openat, writing(2)?);
        for call in OLDER_OPENING {
            rules.insert(*call, writing(1)?);
        }
        forbid(rules)
    }

    /// Matches an opening whose flags, in this argument, ask for more than reading what is there.
    fn writing(argument: u8) -> Result<Vec<SeccompRule>, seccompiler::Error> {
        let flags = [
            (libc::O_ACCMODE, libc::O_WRONLY),
            (libc::O_ACCMODE, libc::O_RDWR),
            (libc::O_CREAT, libc::O_CREAT),
            (libc::O_TRUNC, libc::O_TRUNC),
        ];
        let rule = |(mask, value): (libc::c_int, libc::c_int)| {
            let (mask, value) = (u64::from(mask.unsigned_abs()), u64::from(value.unsigned_abs()));
            let equal = SeccompCmpOp::MaskedEq(mask);
            SeccompRule::new(vec![SeccompCondition::new(argument, SeccompCmpArgLen::Dword, equal, value)?])
        };
        flags.into_iter().map(rule).collect::<Result<_, _>>().map_err(seccompiler::Error::Backend)
    }

    fn forbid(rules: Rules) -> Result<(), seccompiler::Error> {
        let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
        let here = std::env::consts::ARCH.try_into().map_err(seccompiler::Error::Backend)?;
        let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, here)?;
        apply_filter(&BpfProgram::try_from(filter)?)
    }
}
